MATCH (f)-[x:MENTIONS]->()
WHERE x.to = $p.hub AND x.lastDate >= '' AND x.id >= ''
RETURN x, f ORDER BY x.to DESC, x.lastDate DESC, x.id DESC LIMIT 21
