MATCH (c:Change) WHERE c.seq > 10 RETURN c ORDER BY c.seq LIMIT 100
