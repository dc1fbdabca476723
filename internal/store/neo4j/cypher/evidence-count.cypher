// Counts the evidence of facts printed by a day.
UNWIND range(0, size($p.ids) - 1) AS i
WITH i, $p.ids[i] AS id
CALL (id) {
  MATCH ()-[e:EVIDENCE]->()
  USING INDEX e:EVIDENCE(fact, published)
  WHERE e.fact = id AND e.published <= $p.day
  RETURN count(e) AS n
}
RETURN i, n
