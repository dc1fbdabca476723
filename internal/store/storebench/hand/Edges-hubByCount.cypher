MATCH (f)-[x:MENTIONS]->()
WHERE x.to = $p.hub AND x.count >= 0 AND x.id >= ''
RETURN x, f ORDER BY x.to DESC, x.count DESC, x.id DESC LIMIT 21
