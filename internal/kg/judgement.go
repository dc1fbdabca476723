package kg

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Verb is what a judgement does.
type Verb string

// The verbs of judgements.
const (
	JudgeSame      Verb = "same"       // A and B are one
	JudgeDifferent Verb = "different"  // A and B are two, whatever claims or suggestions say of the pair; refused where others tie them
	JudgeReassign  Verb = "reassigned" // what Articles say of A belongs to a new entity (ReassignedID)
	JudgeRetract   Verb = "retracted"  // the fact Edge is not so
	JudgeRename    Verb = "renamed"    // A is called Name
	JudgeUndo      Verb = "undo"       // the judgement A no longer counts
)

// EdgeKey names a fact by what its id is made of.
type EdgeKey struct {
	Kind EdgeKind `json:"kind"`
	From ID       `json:"from"`
	To   ID       `json:"to"`
	Key  string   `json:"key,omitempty"`
}

// Judgement is one entry of the append-only log of people's corrections. Seq (from 1) and ID are the store's to fill. Keys
// holds the readable keys of A and B, or of the fact's ends, as they were judged, and Quote one sentence of evidence, so
// that an entry whose object a rebuild no longer finds can still be read. At is recorded time (RFC 3339), in no export.
type Judgement struct {
	ID       ID        `json:"id"`
	Seq      int       `json:"seq"`
	Verb     Verb      `json:"verb"`
	A        ID        `json:"a,omitempty"`
	B        ID        `json:"b,omitempty"`
	Edge     *EdgeKey  `json:"edge,omitempty"`
	Articles []ID      `json:"articles,omitempty"`
	Members  []ID      `json:"members,omitempty"` // of A: by which Articles name it, or that count as it (renamed); the store's to fill
	Facts    []EdgeKey `json:"facts,omitempty"`   // by which claims name Edge, beside Edge itself; the store's to fill
	Name     string    `json:"name,omitempty"`
	By       string    `json:"by"`
	Why      string    `json:"why,omitempty"`
	At       string    `json:"-"`
	Keys     []string  `json:"keys,omitempty"`
	Quote    string    `json:"quote,omitempty"`
}

// Check says whether j is well formed; whether its objects exist is the store's to say (ErrNotFound). Errors wrap ErrInvalid.
func (j *Judgement) Check() error {
	bad := func(what string) error { return fmt.Errorf("judgement %q: %s: %w", j.Verb, what, ErrInvalid) }
	if strings.TrimSpace(j.By) == "" {
		return bad("says not who judged (by)")
	}
	if err := j.checkTexts(); err != nil {
		return fmt.Errorf("judgement %q: %w", j.Verb, err)
	}
	switch j.Verb {
	case JudgeSame, JudgeDifferent:
		ka, okA := NodeKindOf(j.A)
		kb, okB := NodeKindOf(j.B)
		if !okA || !okB || ka != kb || j.A == j.B {
			return bad("needs two entities of one kind")
		}
		return entityOnly(ka, bad)
	case JudgeReassign, JudgeRename:
		k, ok := NodeKindOf(j.A)
		if !ok || j.Verb == JudgeReassign && len(j.Articles) == 0 || j.Verb == JudgeRename && strings.TrimSpace(j.Name) == "" {
			return bad("needs an entity and its articles or name")
		}
		return entityOnly(k, bad)
	case JudgeRetract:
		if j.Edge == nil {
			return bad("needs a fact")
		}
		if s, ok := EdgeSchemaOf(j.Edge.Kind); !ok || s.Computed {
			return bad("can't retract a " + string(j.Edge.Kind))
		}
	case JudgeUndo:
		if j.A == "" {
			return bad("needs the judgement to undo")
		}
	default:
		return bad("is no verb")
	}
	return nil
}

// States tells how the entries of a log stand; there says whether what one of them speaks of is in the graph, and its errors are handed on.
func States(log []Judgement, there func(*Judgement) (bool, error)) ([]JudgementState, error) {
	undone := Undone(log)
	out := make([]JudgementState, len(log))
	for i := range log {
		found, err := there(&log[i])
		if err != nil {
			return nil, err
		}
		out[i] = JudgementState{Judgement: log[i], Undone: undone[log[i].ID], Missing: !found}
	}
	return out, nil
}

// CheckLog answers a log in the order of Seq, where each entry passes Check, has an id, and a place of its own from 1 on. Errors wrap
// ErrInvalid.
func CheckLog(log []Judgement) ([]Judgement, error) {
	sorted := bySeq(log)
	for i, j := range sorted {
		if err := j.Check(); err != nil {
			return nil, err
		}
		if j.Seq < 1 || j.ID == "" || i > 0 && sorted[i-1].Seq == j.Seq {
			return nil, fmt.Errorf("judgement %q has no place of its own in the log (%d): %w", j.ID, j.Seq, ErrInvalid)
		}
	}
	return sorted, nil
}

func bySeq(log []Judgement) []Judgement {
	return slices.SortedStableFunc(slices.Values(log), func(a, b Judgement) int { return cmp.Compare(a.Seq, b.Seq) })
}

// checkTexts says whether stores can keep what j says.
func (j *Judgement) checkTexts() error {
	err := checkTexts(checkIndexed, "name", j.Name, "by", j.By, "a", string(j.A), "b", string(j.B))
	if err == nil {
		err = checkTexts(checkText, "why", j.Why, "quote", j.Quote)
	}
	facts := j.Facts
	if j.Edge != nil {
		facts = j.Retracted()
	}
	for _, k := range facts {
		if err == nil {
			err = checkTexts(checkIndexed, "from", string(k.From), "to", string(k.To), "key", k.Key)
		}
	}
	for _, k := range j.Keys {
		if err == nil {
			err = checkText("keys", k)
		}
	}
	for _, id := range slices.Concat(j.Articles, j.Members) {
		if err == nil {
			err = checkIndexed("articles", string(id))
		}
	}
	return err
}

func entityOnly(k NodeKind, bad func(string) error) error {
	if s, ok := NodeSchemaOf(k); !ok || !s.Entity {
		return bad("can't judge a " + string(k))
	}
	return nil
}

// Retracted lists the facts that a retraction speaks of: what articles said of raw nodes stays retracted when these are one no more.
func (j *Judgement) Retracted() []EdgeKey { return append([]EdgeKey{*j.Edge}, j.Facts...) }

// Named lists the nodes that a renaming speaks of: each keeps its name when they are one no more.
func (j *Judgement) Named() []ID { return append([]ID{j.A}, j.Members...) }

// MakeID fills the id from what j says and its place in the log.
func (j *Judgement) MakeID() {
	articles := make([]string, len(j.Articles))
	for i, a := range j.Articles {
		articles[i] = string(a)
	}
	edge := ""
	if j.Edge != nil {
		edge = string(FactID(j.Edge.Kind, j.Edge.From, j.Edge.To, j.Edge.Key))
	}
	seq := j.Seq
	j.ID = MakeID("j", EncodeValue(&seq), string(j.Verb), string(j.A), string(j.B), edge, strings.Join(articles, ","), j.Name)
}

// ReassignedID is the id of the entity that a reassignment makes out of a: the same whenever the articles are.
func ReassignedID(a ID, articles []ID) ID {
	sorted := slices.Clone(articles)
	slices.Sort(sorted)
	parts := []string{"reassigned", string(a)}
	for _, x := range slices.Compact(sorted) {
		parts = append(parts, string(x))
	}
	return MakeID(a.Prefix(), parts...)
}

// Rulings is what the log adds up to, ready for the store to apply: the fold of the judgements that are not undone.
type Rulings struct {
	Same     []Pair
	Apart    map[Pair]bool
	Reassign map[ID]map[ID]ID // article → raw entity → new entity
	Retract  []EdgeKey
	Renamed  []Naming // in the order of the log: the last name given to a node wins
}

// Naming is a name that people gave a node.
type Naming struct {
	ID   ID
	Name string
}

// Rule folds a log in the order of Seq. An undo of an undo brings the first back. A later "same" of a pair judged
// "different" wins, and the other way about; the last name given wins.
func Rule(log []Judgement) Rulings {
	active := activeOf(log)
	r := Rulings{Apart: map[Pair]bool{}, Reassign: map[ID]map[ID]ID{}}
	for _, j := range active {
		switch j.Verb {
		case JudgeSame:
			p := MakePair(j.A, j.B)
			delete(r.Apart, p)
			r.Same = append(r.Same, p)
		case JudgeDifferent:
			p := MakePair(j.A, j.B)
			r.Apart[p] = true
			r.Same = slices.DeleteFunc(r.Same, func(q Pair) bool { return q == p })
		case JudgeReassign:
			to := ReassignedID(j.A, j.Articles)
			for _, a := range j.Articles {
				if r.Reassign[a] == nil {
					r.Reassign[a] = map[ID]ID{}
				}
				for _, raw := range append([]ID{j.A}, j.Members...) {
					r.Reassign[a][raw] = to
				}
			}
		case JudgeRetract:
			r.Retract = append(r.Retract, j.Retracted()...)
		case JudgeRename:
			for _, id := range j.Named() {
				r.Renamed = append(r.Renamed, Naming{id, j.Name})
			}
		case JudgeUndo:
		}
	}
	return r
}

// Undone answers the judgements that a later undo, itself not undone, takes out; the latest undo counts first, so that an
// undone undo counts for nothing.
func Undone(log []Judgement) map[ID]bool {
	dead := map[ID]bool{}
	for _, j := range slices.Backward(bySeq(log)) {
		if j.Verb == JudgeUndo && !dead[j.ID] {
			dead[j.A] = true
		}
	}
	return dead
}

// activeOf drops undos and what they undo.
func activeOf(log []Judgement) []Judgement {
	dead := Undone(log)
	return slices.DeleteFunc(bySeq(log), func(j Judgement) bool { return dead[j.ID] || j.Verb == JudgeUndo })
}
