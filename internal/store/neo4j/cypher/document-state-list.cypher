// Reads a page of the stored states of documents by id.
MATCH (d:Document)
WHERE d.id > $p.after
RETURN d.id, d.reader, d.hash, d.content, d.claims, d.claimsHash, d.source,
  d.name, d.format, d.text, d.publication, d.place, d.date, d.page
ORDER BY d.id
LIMIT $p.limit
