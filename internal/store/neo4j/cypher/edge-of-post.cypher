// Reads all tenures of posts.
UNWIND $p.ids AS id
MATCH (:Entity {id: id})<-[x:HOLDS]-()
RETURN properties(x)
