// Counts the nodes of a database of which nothing is known.
MATCH (n)
RETURN count(n)
