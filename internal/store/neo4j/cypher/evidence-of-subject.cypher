// Reads all claims that count for facts or nodes, printed by a day.
UNWIND $p.ids AS id
MATCH (a)-[e:EVIDENCE]->()
USING INDEX e:EVIDENCE(fact, published)
WHERE e.fact = id AND e.published <= $p.day
RETURN id, a.id, a.cluster, properties(e)
