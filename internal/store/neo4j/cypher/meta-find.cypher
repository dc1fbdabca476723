// Looks for our mark in a database of which nothing is known, and counts its nodes.
OPTIONAL MATCH (m:Meta {id: 'baopu'})
WITH m.version AS version, m.schema AS schema
LIMIT 1
CALL () {
  MATCH (n) RETURN count(n) AS nodes
}
RETURN version, schema, nodes
