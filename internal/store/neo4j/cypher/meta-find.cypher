// Looks for our mark in a database of which nothing is known.
MATCH (m:Meta {id: 'baopu'})
RETURN m.version, m.schema
