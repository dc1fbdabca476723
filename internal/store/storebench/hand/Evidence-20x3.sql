SELECT j.key, p.*, a.text FROM json_each(@facts) j
CROSS JOIN proof p ON p.subject = j.value CROSS JOIN "n_Article" a ON a.id = p.article ORDER BY j.key, p.published, p.article, p.start, p.nr
