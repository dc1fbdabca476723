// Reads the changes after a number.
MATCH (c:Change)
WHERE c.seq > $p.after
RETURN c.seq, c.op, c.subject
ORDER BY c.seq
LIMIT $p.limit
