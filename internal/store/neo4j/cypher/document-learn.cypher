// Keeps which sources documents have that were written before that was kept.
UNWIND $p.rows AS r
MATCH (d:Document {id: r.id})
SET d.source = r.source
