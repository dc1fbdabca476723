SELECT * FROM "n_Person" ORDER BY nameKey, id LIMIT 21
