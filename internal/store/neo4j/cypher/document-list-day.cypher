// Reads a page of the sources of a day by id.
MATCH (d:Document)
USING INDEX d:Document(date)
WHERE d.date = $p.day AND d.id > $p.after
RETURN d.id, d.reader, d.name, d.format, d.text, d.publication, d.place, d.date, d.page
ORDER BY d.id
LIMIT $p.limit
