// Writes documents: their text and what was read from it.
UNWIND $p.rows AS r
MERGE (d:Document {id: r.id})
SET d = r
