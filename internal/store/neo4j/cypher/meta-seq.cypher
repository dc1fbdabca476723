// Reads the number of the last change.
MATCH (m:Meta {id: 'baopu'})
RETURN m.seq
