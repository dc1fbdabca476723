// Reads with which digests files were noted, of those whose documents are all there, still theirs, and as they gave them.
UNWIND range(0, size($p.names) - 1) AS i
MATCH (f:ReadFile {name: $p.names[i]})
CALL (f) {
  MATCH (f)-[x:GAVE]->(g:Given)
  MATCH (d:Document {id: g.id})
  WHERE x.source <> '' AND d.source = x.source
  RETURN count(d) AS there
}
WITH i, f, there
WHERE f.documents = there
RETURN i, f.digest
