// Writes which node a merged one counts as.
UNWIND $p.rows AS r
MERGE (m:Merged {id: r.id})
SET m.rep = r.rep
