// Finds the documents of articles.
UNWIND $p.ids AS id
MATCH (a:Article {id: id})
RETURN DISTINCT a.document
