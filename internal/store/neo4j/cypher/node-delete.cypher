// Removes nodes of one label with all their edges.
UNWIND $p.rows AS id
MATCH (n:LABEL {id: id})
DETACH DELETE n
