// Marks an empty database as baopu's.
MERGE (m:Meta {id: 'baopu'})
ON CREATE SET m.version = $p.version, m.turn = 0, m.seq = 0, m.claims = 0, m.remainderCharacters = 0, m.judgements = 0
RETURN m.version
