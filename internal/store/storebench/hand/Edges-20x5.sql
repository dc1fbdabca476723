SELECT j.key, e.*, f.* FROM json_each(@people) j
CROSS JOIN "e_HOLDS" e ON e.id IN (SELECT x.id FROM "adjacency" a CROSS JOIN "e_HOLDS" x ON x.id = a.fact
  WHERE a.node = j.value AND a.slot = (SELECT code * 16 FROM kind WHERE name = 'HOLDS') ORDER BY a.sort DESC, a.fact DESC LIMIT 6)
JOIN "n_Post" f ON f.id = e."to" ORDER BY j.key, e.lastDate DESC, e.id DESC
