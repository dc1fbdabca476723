// Reads the claims of articles that count for some facts or nodes.
UNWIND $p.rows AS r
MATCH (a:Article {id: r.article})-[e:EVIDENCE]->()
WHERE e.fact IN r.facts
RETURN e.fact, a.id, a.cluster, properties(e)
