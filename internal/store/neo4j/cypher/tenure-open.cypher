// Reads the tenures of posts whose inferred ends may change by tenures from some start to some last known day, that come or go.
UNWIND $p.rows AS r
MATCH (:Entity {id: r.id})<-[x:HOLDS]-()
WHERE x.start <> '' AND (x.end = '' OR x.endInferred)
WITH r, x, CASE WHEN x.observedTo > x.start THEN x.observedTo ELSE x.start END AS known
WHERE any(span IN r.spans WHERE span[1] > known + '~' AND (x.end = '' OR span[0] <= x.end + '~'))
RETURN x.id, x.from, x.to, x.start, x.end, x.statedEnd, x.observedTo, x.endInferred
