// Reads a page of the sources that were read from files of given names, by id.
MATCH (d:Document)
USING INDEX d:Document(name)
WHERE d.name IN $p.names AND d.id > $p.after
RETURN d.id, d.reader, d.name, d.format, d.text, d.publication, d.place, d.date, d.page
ORDER BY d.id
LIMIT $p.limit
