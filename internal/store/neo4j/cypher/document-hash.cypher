// Reads which of the documents are there, and in which state.
UNWIND $p.ids AS id
MATCH (d:Document {id: id})
RETURN d.id, d.hash
