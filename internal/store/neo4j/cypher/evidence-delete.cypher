// Removes evidence of articles.
UNWIND $p.rows AS r
MATCH (a:Article {id: r.article})-[e:EVIDENCE]->()
WHERE e.fact = r.fact AND e.start = r.start AND e.nr = r.nr
DELETE e
