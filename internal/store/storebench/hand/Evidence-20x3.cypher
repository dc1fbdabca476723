UNWIND $p.facts AS fact
CALL (fact) {
  MATCH (a:Article)-[e:EVIDENCE]->() WHERE e.fact = fact AND e.published >= ''
  RETURN e, a.text AS text ORDER BY e.fact, e.published, a.id, e.start, e.nr LIMIT 4
}
RETURN fact, e, text
