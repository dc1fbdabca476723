// Notes files in the place of what was noted of their names.
UNWIND $p.rows AS r
MERGE (f:ReadFile {name: r.name})
SET f.digest = r.digest, f.documents = r.documents
WITH f
MATCH (f)-[x:GAVE]->(:Given)
DELETE x
