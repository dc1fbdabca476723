// Finds the tenures by which others of their posts end.
// These were known on some day last: of those known after it, in the order of their starts, it is the ones that are known longer than
// all before them.
UNWIND $p.rows AS r
CALL (r) {
  MATCH ()-[x:HOLDS]->()
  USING INDEX x:HOLDS(to, start)
  WHERE x.to = r.id AND x.start > '' AND NOT x.id IN r.without
  WITH x.start AS start, CASE WHEN x.observedTo > x.start THEN x.observedTo ELSE x.start END AS known, r
  WHERE known > r.seen
  WITH start, known ORDER BY start, known DESC
  RETURN reduce(front = [], t IN collect([start, known]) | CASE WHEN size(front) = 0 OR t[1] > front[-1][1] THEN front + [t] ELSE front END) AS front
}
UNWIND front AS t
RETURN r.id, t[0], t[1]
