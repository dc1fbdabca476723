MATCH (n:Person) WHERE n.nameKey >= '' AND n.id >= '' RETURN n ORDER BY n.nameKey, n.id LIMIT 21
