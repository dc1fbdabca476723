// Reads the articles of reprint clusters.
UNWIND $p.ids AS name
MATCH (a:Article {cluster: name})
RETURN name, a.id, a.published
ORDER BY name, a.id
