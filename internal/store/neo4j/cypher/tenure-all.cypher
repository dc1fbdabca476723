// Reads what succession asks of all tenures of posts.
UNWIND $p.ids AS id
MATCH (:Entity {id: id})<-[x:HOLDS]-()
RETURN x.id, x.from, x.to, x.start, x.end, x.statedEnd, x.observedTo, x.endInferred
