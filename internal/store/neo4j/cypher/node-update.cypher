// Changes fields of nodes of one label.
UNWIND $p.rows AS r
MATCH (n:LABEL {id: r.id})
SET n += r
