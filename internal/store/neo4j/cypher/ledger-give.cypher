// Notes which files gave which documents, with which sources.
UNWIND $p.rows AS r
MERGE (g:Given {id: r.document})
WITH r, g
MATCH (f:ReadFile {name: r.file})
CREATE (f)-[:GAVE {source: r.source}]->(g)
