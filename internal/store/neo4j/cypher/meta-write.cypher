// Writes the counters that changed.
MATCH (m:Meta {id: 'baopu'})
SET m += $p.row
