// Finds for each of several tenures the next one of its post that another person begins after it was last seen.
UNWIND $p.rows AS r
CALL (r) {
  MATCH ()-[x:HOLDS]->()
  USING INDEX x:HOLDS(to, start)
  WHERE x.to = r.to AND x.start > r.seen AND x.from <> r.from AND NOT x.id IN r.without
  RETURN x
  ORDER BY x.to, x.start
  LIMIT 1
}
RETURN x.to, x.start, x.from
