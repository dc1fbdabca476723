// Reads all evidence.
MATCH (a:Article)-[e:EVIDENCE]->(n)
RETURN e.fact, a.id, a.cluster, properties(e), n.id
