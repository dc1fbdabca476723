// Finds the documents whose claims count for nodes or facts.
UNWIND $p.ids AS id
MATCH (a:Article)-[e:EVIDENCE]->()
WHERE e.fact = id
RETURN DISTINCT a.document
