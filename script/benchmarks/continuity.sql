-- What `report continuity` rests on, as one would ask for it in the engine's own shell: the terms, who was
-- a member and when, what happened to the teams, and all meetings with how many were present, absent and
-- excused, team by team. Both engines understand it.
SELECT code, starts, ends FROM terms ORDER BY starts;

SELECT team_id, person_id, starts, ends
FROM memberships
WHERE role IN ('teacher', 'conversation-leader', 'team-leader')
ORDER BY team_id;

SELECT team_id, date, kind, person_id FROM events ORDER BY team_id, date;

SELECT team_id, starts, kind, status, planned_minutes, present, absent, excused
FROM (
    SELECT
        meetings.id,
        team_id,
        starts,
        kind,
        meetings.status,
        planned_minutes,
        count(CASE WHEN attendance.status = 'present' THEN 1 END) AS present,
        count(CASE WHEN attendance.status = 'absent' THEN 1 END) AS absent,
        count(CASE WHEN attendance.status = 'excused' THEN 1 END) AS excused
    FROM meetings
    LEFT JOIN attendance ON attendance.meeting_id = meetings.id
    GROUP BY meetings.id, team_id, starts, kind, meetings.status, planned_minutes
) AS attended
ORDER BY team_id, starts;
