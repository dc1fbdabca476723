SELECT e.*, f.* FROM adjacency a CROSS JOIN "e_MENTIONS" e ON e.id = a.fact JOIN "n_Article" f ON f.id = e."from"
WHERE a.node = @hub AND a.slot = (SELECT code * 16 + 1 FROM kind WHERE name = 'MENTIONS') ORDER BY a.sort DESC, a.fact DESC LIMIT 21
