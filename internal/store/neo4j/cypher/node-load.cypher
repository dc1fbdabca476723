// Reads nodes of one label by id.
UNWIND $p.ids AS id
MATCH (n:LABEL {id: id})
RETURN properties(n)
