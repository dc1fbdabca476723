UNWIND $p.articles AS id MATCH (n:Article {id: id}) RETURN n
