// Reads all pairs that claims say are one.
MATCH (l:Link)
RETURN l.a, l.b, l.n
