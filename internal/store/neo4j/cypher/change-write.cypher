// Appends to the list of changes.
UNWIND $p.rows AS r
CREATE (c:Change)
SET c = r
