-- What `report outcome` rests on, as one would ask for it in the engine's own shell: for each team, part and
-- area the answers, those on the two highest steps, their sum, and the people. Both engines understand it.
SELECT
    sheets.team_id,
    sheets.part_id,
    part_items.area_id,
    count(*) AS answered,
    sum(CASE WHEN answers.step >= part_items.steps - 1 THEN 1 ELSE 0 END) AS top,
    sum(answers.step) AS total,
    count(DISTINCT sheets.person_id) AS people
FROM sheets
JOIN answers ON answers.sheet_id = sheets.id
JOIN part_items ON part_items.part_id = sheets.part_id AND part_items.item_id = answers.item_id
WHERE part_items.type = 'rating' AND part_items.area_id IS NOT NULL AND answers.step IS NOT NULL
GROUP BY sheets.team_id, sheets.part_id, part_items.area_id
ORDER BY sheets.team_id, sheets.part_id, part_items.area_id;
