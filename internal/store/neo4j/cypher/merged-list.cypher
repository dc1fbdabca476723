// Reads all merged nodes.
MATCH (m:Merged)
RETURN m.id, m.rep
