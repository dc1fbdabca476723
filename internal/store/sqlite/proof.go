package sqlite

import (
	"context"

	"github.com/baopu/baopu/internal/kg"
)

// proof is a row of the table of that name: a claim under what it counts for.
type proof struct {
	subject string
	claim   kg.Claim // its kind, values, date and evidence
	origin  kg.Origin
	nr      int
}

func (p *proof) key() proofKey {
	return proofKey{p.subject, p.origin.Article, p.claim.Evidence.Start, p.nr}
}

const proofColumns = "p.subject, p.published, p.article, p.start, p.nr, p.end, p.sentenceStart, p.sentenceEnd, p.confidence, p.rule, p.date, p.cluster, p.fields"

// eachProof reads the rows where the condition holds, in the order of evidence within a subject. kind is their claims'.
func eachProof(ctx context.Context, s *session, where string, args []any, kind kg.EdgeKind, yield func(*proof) error) error {
	return s.each(ctx, "SELECT "+proofColumns+" FROM proof p WHERE "+where+" ORDER BY p.subject, p.published, p.article, p.start, p.nr", args, func(got *row) error {
		p, err := scanProof(got, kind)
		if err != nil {
			return err
		}
		return yield(p)
	})
}

// scanProof reads one row of proofColumns, after what lead points to.
func scanProof(got *row, kind kg.EdgeKind, lead ...any) (*proof, error) {
	p := &proof{claim: kg.Claim{Kind: kind}}
	var published, article, date string
	var fields []byte
	e := &p.claim.Evidence
	dest := append(lead, &p.subject, &published, &article, &e.Start, &p.nr, &e.End, &e.SentenceStart, &e.SentenceEnd, &e.Confidence, &e.Rule, &date, &p.origin.Cluster, &fields)
	if err := got.scan(dest...); err != nil {
		return nil, err
	}
	p.origin.Article, p.origin.Published = kg.ID(article), kg.Date(published)
	p.claim.Article, p.claim.Date = kg.ID(article), kg.Date(date)
	var err error
	p.claim.Values, err = unpackValues(fields)
	return p, err
}

// writeProofs takes out the rows of claims that went and puts in those that came, each subject's together.
func (b *batch) writeProofs() error {
	subjects := b.subjectsInOrder()
	for _, sub := range subjects {
		for _, s := range sub.removed {
			if _, err := b.s.exec(b.ctx, "DELETE FROM proof WHERE subject = ? AND published = ? AND article = ? AND start = ? AND nr = ?",
				s.subject, string(s.origin.Published), string(s.origin.Article), s.claim.Evidence.Start, s.nr); err != nil {
				return err
			}
		}
	}
	var rows [][]any
	for _, sub := range subjects {
		for _, s := range sub.added {
			e := s.claim.Evidence
			rows = append(rows, []any{
				s.subject, string(s.origin.Published), string(s.origin.Article), e.Start, s.nr,
				e.End, e.SentenceStart, e.SentenceEnd, e.Confidence, e.Rule, string(s.claim.Date), s.origin.Cluster, packValues(s.claim.Values),
			})
		}
	}
	return b.s.insert(b.ctx, "INSERT INTO proof (subject, published, article, start, nr, end, sentenceStart, sentenceEnd, confidence, rule, date, cluster, fields)", rows)
}
