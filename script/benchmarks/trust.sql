-- What `report trust` rests on, as one would ask for it in the engine's own shell: the newest evidence of
-- each indicator in each team, by date and then by id. Both engines understand it.
SELECT team_id, indicator, value, code
FROM (
    SELECT
        team_id,
        indicator,
        value,
        code,
        row_number() OVER (PARTITION BY team_id, indicator ORDER BY date DESC, code DESC) AS place
    FROM evidence
) AS ranked
WHERE place = 1
ORDER BY team_id, indicator;
