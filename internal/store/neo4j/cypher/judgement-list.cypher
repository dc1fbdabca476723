// Reads the log of judgements.
MATCH (j:Judgement)
WHERE j.seq > 0
RETURN j.seq, j.body, j.at
ORDER BY j.seq
