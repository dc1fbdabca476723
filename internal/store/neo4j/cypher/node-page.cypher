// Reads a page of the nodes of one kind by id; ids of a kind begin with its prefix.
MATCH (n:LABEL)
WHERE n.id > $p.after AND n.id < $p.end
RETURN properties(n)
ORDER BY n.id
LIMIT $p.limit
