// Reads the pairs that claims say are one, of which one is among the given nodes.
UNWIND $p.ids AS id
CALL (id) {
  MATCH (l:Link {a: id}) RETURN l
  UNION
  MATCH (l:Link {b: id}) RETURN l
}
RETURN l.a, l.b, l.n
