// Reads facts of one kind by id.
UNWIND $p.ids AS id
MATCH ()-[x:TYPE]->()
USING INDEX x:TYPE(id)
WHERE x.id = id
RETURN properties(x)
