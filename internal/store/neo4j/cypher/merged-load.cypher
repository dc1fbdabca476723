// Reads which nodes the merged ones count as.
UNWIND $p.ids AS id
MATCH (m:Merged {id: id})
RETURN m.id, m.rep
