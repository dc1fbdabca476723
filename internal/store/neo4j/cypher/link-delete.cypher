// Removes pairs that no claim says are one any more.
UNWIND $p.rows AS id
MATCH (l:Link {id: id})
DELETE l
