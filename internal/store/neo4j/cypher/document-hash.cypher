// Reads which of the documents are there, in which state, and with which source.
UNWIND $p.ids AS id
MATCH (d:Document {id: id})
RETURN d.id, d.hash, d.source
