// Reads the tenures of posts whose inferred ends may change when tenures begin, or begin no more, on some days.
UNWIND $p.rows AS r
MATCH (:Entity {id: r.id})<-[x:HOLDS]-()
WHERE x.start <> '' AND (x.end = '' OR x.endInferred)
WITH r, x, CASE WHEN x.observedTo > x.start THEN x.observedTo ELSE x.start END AS seen
WHERE any(day IN r.days WHERE day > seen AND (x.end = '' OR day <= x.end))
RETURN x.id, x.from, x.to, x.start, x.end, x.statedEnd, x.observedTo, x.endInferred
