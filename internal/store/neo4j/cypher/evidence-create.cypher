// Makes evidence: an edge from the article to the node that the claim speaks of.
UNWIND $p.rows AS r
MATCH (a:Article {id: r.article})
CALL (r, a) {
  MATCH (n:LABEL {id: r.node})
  CREATE (a)-[e:EVIDENCE]->(n)
  SET e = r.e
}
