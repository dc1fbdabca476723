// Forgets that nodes were merged.
UNWIND $p.rows AS id
MATCH (m:Merged {id: id})
DELETE m
