// Reads which nodes of one label are there.
UNWIND $p.ids AS id
MATCH (n:LABEL {id: id})
RETURN n.id
