// Makes nodes of one kind.
UNWIND $p.rows AS r
CREATE (n:LABEL)
SET n = r
