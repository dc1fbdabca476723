// Finds the documents whose claims count for nodes or facts.
UNWIND $p.ids AS id
MATCH (a)-[e:EVIDENCE]->()
USING INDEX e:EVIDENCE(fact, published)
WHERE e.fact = id AND e.published >= ''
RETURN DISTINCT a.document
