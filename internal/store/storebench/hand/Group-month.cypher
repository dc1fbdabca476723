MATCH (n:Article) WHERE n.published >= '' RETURN substring(n.published, 0, 7) AS m, count(*) AS n ORDER BY n DESC, m LIMIT 100
