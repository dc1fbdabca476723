// Writes how many claims say of pairs that they are one.
UNWIND $p.rows AS r
MERGE (l:Link {id: r.id})
SET l = r
