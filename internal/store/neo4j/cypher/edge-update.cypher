// Changes fields of facts of one kind, found by id.
UNWIND $p.rows AS r
MATCH ()-[x:TYPE]->()
WHERE x.id = r.id
SET x += r
