// Reads the version of the layout and the counters.
MATCH (m:Meta {id: 'baopu'})
RETURN m.version, m.seq, m.claims, m.remainderCharacters, m.judgements
