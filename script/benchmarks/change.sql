-- What `report change` rests on, as one would ask for it in the engine's own shell: for each sheet the answers to the
-- items on each form of trust, and their sum. Both engines understand it.
SELECT
    sheets.team_id,
    sheets.part_id,
    sheets.person_id,
    sum(CASE WHEN part_items.form = 'process' THEN 1 ELSE 0 END) AS process_answers,
    sum(CASE WHEN part_items.form = 'process' THEN answers.step ELSE 0 END) AS process_sum,
    sum(CASE WHEN part_items.form = 'collegial' THEN 1 ELSE 0 END) AS collegial_answers,
    sum(CASE WHEN part_items.form = 'collegial' THEN answers.step ELSE 0 END) AS collegial_sum,
    sum(CASE WHEN part_items.form = 'collective' THEN 1 ELSE 0 END) AS collective_answers,
    sum(CASE WHEN part_items.form = 'collective' THEN answers.step ELSE 0 END) AS collective_sum
FROM sheets
JOIN answers ON answers.sheet_id = sheets.id
JOIN part_items ON part_items.part_id = sheets.part_id AND part_items.item_id = answers.item_id
WHERE part_items.type = 'rating' AND part_items.form IS NOT NULL AND answers.step IS NOT NULL
GROUP BY sheets.id, sheets.team_id, sheets.part_id, sheets.person_id;
