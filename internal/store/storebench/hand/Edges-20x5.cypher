UNWIND $p.people AS id
MATCH (n:Entity {id: id})
CALL (n) { MATCH (n)-[x:HOLDS]->(f) RETURN x, f ORDER BY x.lastDate DESC, x.id DESC LIMIT 6 }
RETURN id, x, f
