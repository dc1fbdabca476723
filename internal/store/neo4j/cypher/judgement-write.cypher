// Appends to the log of judgements.
UNWIND $p.rows AS r
CREATE (j:Judgement)
SET j = r
