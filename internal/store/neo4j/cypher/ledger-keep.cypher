// Has those who gave documents with one source have given them with another: all of them where no former source is named.
UNWIND $p.rows AS r
MATCH (g:Given {id: r.document})<-[x:GAVE]-(:ReadFile)
WHERE r.from IS NULL OR x.source = r.from
SET x.source = r.source
