// Locks the Meta node until the transaction ends, which is the lease of the one writer, and reads the counters.
MATCH (m:Meta {id: 'baopu'})
SET m.turn = m.turn + 1
RETURN m.version, m.seq, m.claims, m.remainderCharacters, m.judgements
