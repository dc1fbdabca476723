SELECT substr(published, 1, 7) m, count(*) FROM "n_Article" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100
