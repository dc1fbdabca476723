// Reads a page of the sources with given ids by id.
MATCH (d:Document)
USING INDEX d:Document(id)
WHERE d.id IN $p.ids AND d.id > $p.after
RETURN d.id, d.reader, d.name, d.format, d.text, d.publication, d.place, d.date, d.page
ORDER BY d.id
LIMIT $p.limit
