// Reads a page of the facts of one kind by id.
MATCH ()-[x:TYPE]->()
USING INDEX x:TYPE(id)
WHERE x.id > $p.after
RETURN properties(x)
ORDER BY x.id
LIMIT $p.limit
