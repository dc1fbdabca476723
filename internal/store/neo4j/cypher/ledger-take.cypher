// Takes documents from the files that gave them before, but those that may keep them.
UNWIND $p.rows AS r
MATCH (g:Given {id: r.document})<-[x:GAVE]-(f:ReadFile)
WHERE NOT f.name IN r.keep
DELETE x
