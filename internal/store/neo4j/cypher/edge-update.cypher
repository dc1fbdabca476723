// Changes fields of facts of one kind, found by id.
UNWIND $p.rows AS r
MATCH ()-[x:TYPE]->()
USING INDEX x:TYPE(id)
WHERE x.id = r.id
SET x += r
