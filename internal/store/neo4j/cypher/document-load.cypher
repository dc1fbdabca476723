// Reads the stored state of documents.
UNWIND $p.ids AS id
MATCH (d:Document {id: id})
RETURN d.id, d.reader, d.hash, d.content, d.claims
