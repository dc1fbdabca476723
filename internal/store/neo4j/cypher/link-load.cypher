// Reads how many claims say of pairs that they are one.
UNWIND $p.ids AS id
MATCH (l:Link {id: id})
RETURN l.a, l.b, l.n
