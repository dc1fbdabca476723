// Makes facts of one kind.
UNWIND $p.rows AS r
MATCH (a:FROM {id: r.from})
CALL (r, a) {
  MATCH (b:TO {id: r.to})
  CREATE (a)-[x:TYPE]->(b)
  SET x = r
}
