SELECT * FROM json_each(@articles) j CROSS JOIN "n_Article" n ON n.id = j.value
