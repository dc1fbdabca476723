package storetest

import (
	"slices"
	"testing"

	"github.com/baopu/baopu/internal/kg"
)

func judge(t *testing.T, s kg.Store, j kg.Judgement) kg.Judgement {
	t.Helper()
	j.By = "tester"
	out, err := s.Judge(background, j)
	if err != nil {
		t.Fatalf("judge %s: %v", j.Verb, err)
	}
	if out.Seq == 0 || out.ID == "" || out.At == "" {
		t.Errorf("judged: %+v", out)
	}
	return out
}

// judgementCase is a judgement on documents, and what holds when it is judged and when it isn't.
type judgementCase struct {
	name string
	docs []*kg.Document
	j    kg.Judgement
	want func(t *testing.T, s kg.Store, judged bool)
}

func judgementCases() []judgementCase {
	a, p1, _, key := tenureDraft("一", "2024-01-10", "甲乙", "current")
	b := newDraft("二", "2024-02-10", "有市书记甲乙到任。")
	p2 := b.person("甲乙", "有市")
	post2 := b.post("有市", "书记", 0)
	b.say(kg.HoldsPost, p2, post2, &kg.Holds{Status: "current"}, "", "书记")
	c := newDraft("三", "2024-03-10", "甲乙原在乌有市，今在有市。")
	c.person("甲乙", "乌有市")
	c.person("甲乙", "有市")
	c.same(p1, p2, "今在")
	one, two, three := a.doc, b.doc, c.doc
	posts := func(id kg.ID, judged, otherwise int) func(*testing.T, kg.Store, bool) {
		return func(t *testing.T, s kg.Store, is bool) {
			t.Helper()
			want := otherwise
			if is {
				want = judged
			}
			if n := len(holdings(t, s, id, kg.When{})); n != want {
				t.Errorf("judged %v: %d posts, want %d", is, n, want)
			}
		}
	}
	return []judgementCase{
		{"same", []*kg.Document{one, two}, kg.Judgement{Verb: kg.JudgeSame, A: p1, B: p2}, posts(p2, 2, 1)},
		{"different", []*kg.Document{one, two, three}, kg.Judgement{Verb: kg.JudgeDifferent, A: p2, B: p1}, posts(p1, 1, 2)},
		{"retracted", []*kg.Document{one, two}, kg.Judgement{Verb: kg.JudgeRetract, Edge: &key}, retracted(p1, key)},
		{"renamed", []*kg.Document{one}, kg.Judgement{Verb: kg.JudgeRename, A: p1, Name: "甲一"}, renamed(p1)},
		{"reassigned", []*kg.Document{one, three}, kg.Judgement{Verb: kg.JudgeReassign, A: p1, Articles: []kg.ID{a.article.ID}}, reassigned(p1, a.article.ID)},
	}
}

func retracted(person kg.ID, key kg.EdgeKey) func(*testing.T, kg.Store, bool) {
	return func(t *testing.T, s kg.Store, judged bool) {
		proofs, err := s.Evidence(background, []kg.ID{factOf(key)}, kg.EvidenceQuery{Page: kg.Page{First: 1}})
		if n := len(holdings(t, s, person, kg.When{})); (n == 0) != judged || err != nil || (len(proofs[0].Proofs) == 0) != judged {
			t.Errorf("judged %v: %d posts, %+v, %v", judged, n, proofs, err)
		}
	}
}

func renamed(person kg.ID) func(*testing.T, kg.Store, bool) {
	return func(t *testing.T, s kg.Store, judged bool) {
		n := nodeOf[*kg.Person](t, s, person)
		hits, err := s.Search(background, kg.SearchQuery{Text: "甲一", Page: kg.Page{First: 1}})
		if err != nil || (n.Name == "甲一") != judged || (len(hits.Hits) == 1) != judged || (len(n.Aliases) == 1) != judged {
			t.Errorf("judged %v: named %s, aliases %v, found %v, %v", judged, n.Name, n.Aliases, hits.Hits, err)
		}
	}
}

func reassigned(person, article kg.ID) func(*testing.T, kg.Store, bool) {
	return func(t *testing.T, s kg.Store, judged bool) {
		to := kg.ReassignedID(person, []kg.ID{article})
		if n := len(holdings(t, s, to, kg.When{})); (n == 1) != judged {
			t.Errorf("judged %v: the new one has %d posts", judged, n)
		}
		if n := nodeOf[*kg.Person](t, s, person); (n.ArticleCount == 1) != judged {
			t.Errorf("judged %v: the old one stands in %d articles", judged, n.ArticleCount)
		}
	}
}

// testJudgements takes every verb there and back: judged, undone, the undo undone.
func testJudgements(t *testing.T, open func(*testing.T) kg.Store) {
	for _, test := range judgementCases() {
		t.Run(test.name, func(t *testing.T) {
			s := open(t)
			apply(t, s, test.docs...)
			before := dump(t, s)
			test.want(t, s, false)
			first := judge(t, s, test.j)
			if len(first.Keys) == 0 || first.Quote == "" {
				t.Errorf("nothing readable is kept: %+v", first)
			}
			test.want(t, s, true)
			after := dump(t, s)
			undo := judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: first.ID})
			test.want(t, s, false)
			if dump(t, s) != before {
				t.Error("undone, the graph is another than before")
			}
			judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: undo.ID})
			test.want(t, s, true)
			if dump(t, s) != after {
				t.Error("the undo undone, the graph is another than when judged")
			}
			sound(t, s)
			lasting(t, s, test.docs, after)
		})
	}
}

// lasting takes the documents out and puts them in again: the judgements are still there and count.
func lasting(t *testing.T, s kg.Store, docs []*kg.Document, after string) {
	t.Helper()
	for _, d := range docs {
		if err := s.Remove(background, d.ID); err != nil {
			t.Fatal(err)
		}
	}
	log, err := s.Judgements(background)
	if err != nil || len(log) != 3 || !log[0].Missing || log[0].Undone || !log[1].Undone || log[2].Undone || log[2].Missing {
		t.Errorf("without documents the log is %+v, %v", log, err)
	}
	apply(t, s, docs...)
	if dump(t, s) != after {
		t.Error("loaded again, the graph is another than when judged")
	}
	if log, err := s.Judgements(background); err != nil || log[0].Missing {
		t.Errorf("loaded again, the log is %+v, %v", log, err)
	}
}

// testReassignMembers takes an article away from a person that is several raw ones there: all of them go, and what only
// that article tied together comes apart.
func testReassignMembers(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	a, p1, _, _ := tenureDraft("一", "2024-01-10", "甲乙", "current")
	b := newDraft("二", "2024-02-10", "有市书记甲乙到任。")
	p2, post := b.person("甲乙", "有市"), b.post("有市", "书记", 0)
	b.say(kg.HoldsPost, p2, post, &kg.Holds{Status: "current"}, "", "书记")
	c := newDraft("三", "2024-03-10", "甲乙原在乌有市，今在有市。")
	c.person("甲乙", "乌有市")
	c.person("甲乙", "有市")
	c.same(p1, p2, "今在")
	apply(t, s, a.doc, b.doc, c.doc)
	before := dump(t, s)
	articles := []kg.ID{c.article.ID}
	rep := min(p1, p2)
	j := judge(t, s, kg.Judgement{Verb: kg.JudgeReassign, A: rep, Articles: articles})
	if d := diff([]kg.ID{max(p1, p2)}, j.Members); d != "" {
		t.Errorf("members, -want +got\n%s", d)
	}
	if n := nodeOf[*kg.Person](t, s, kg.ReassignedID(rep, articles)); n.ArticleCount != 1 || n.Name != "甲乙" {
		t.Errorf("the new one: %+v", n)
	}
	for _, id := range []kg.ID{p1, p2} {
		if h := holdings(t, s, id, kg.When{}); len(h) != 1 || h[0].From != id {
			t.Errorf("%s holds %+v", id, h)
		}
	}
	again := judge(t, s, kg.Judgement{Verb: kg.JudgeReassign, A: kg.ReassignedID(rep, articles), Articles: articles})
	if n := nodeOf[*kg.Person](t, s, kg.ReassignedID(again.A, articles)); n.ArticleCount != 1 {
		t.Errorf("reassigned again: %+v", n)
	}
	sound(t, s)
	judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: again.ID})
	judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: j.ID})
	if dump(t, s) != before {
		t.Error("undone, the graph is another than before")
	}
}

// Two that are one through a third can't be judged different, nor can what would make one of two that are: in either order.
func testApart(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	d := newDraft("一", "2024-01-10", "甲一、甲二、甲三、甲四在场，甲一即甲二。")
	one, two, three := d.person("甲一", "x"), d.person("甲二", "x"), d.person("甲三", "x")
	d.person("甲四", "x")
	d.same(one, two, "甲一即甲二")
	apply(t, s, d.doc)
	begin, judged := dump(t, s), 0
	judgement := func(verb kg.Verb, a, b kg.ID) kg.Judgement {
		return kg.Judgement{Verb: verb, A: a, B: b, By: "tester"}
	}
	done := func(j kg.Judgement) kg.Judgement {
		t.Helper()
		judged++
		return judge(t, s, j)
	}
	refused := func(when string, j kg.Judgement) {
		t.Helper()
		before := dump(t, s)
		_, err := s.Judge(background, j)
		wantWord(t, when, err, kg.ErrConflict)
		stats, err := s.Stats(background)
		if err != nil || dump(t, s) != before || stats.Judgements != judged {
			t.Errorf("%s: the graph changed, or %d judgements stand in the log, want %d (%v)", when, stats.Judgements, judged, err)
		}
	}
	same := done(judgement(kg.JudgeSame, two, three))
	refused("one through a third", judgement(kg.JudgeDifferent, one, three))
	apart := done(judgement(kg.JudgeDifferent, one, two)) // a claim ties the pair, and nothing else does
	done(judgement(kg.JudgeDifferent, one, three))
	refused("tied through a third again", judgement(kg.JudgeUndo, apart.ID, ""))
	done(judgement(kg.JudgeUndo, same.ID, ""))
	done(judgement(kg.JudgeUndo, apart.ID, ""))
	refused("tied to one of two", judgement(kg.JudgeSame, two, three))
	done(judgement(kg.JudgeSame, one, three)) // it overrules
	undoAll(t, s)
	if dump(t, s) != begin {
		t.Error("all undone, the graph is another")
	}
	sound(t, s)
}

// undoAll undoes what stands in the log, the last first.
func undoAll(t *testing.T, s kg.Store) {
	t.Helper()
	log, err := s.Judgements(background)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range slices.Backward(log) {
		if j.Verb != kg.JudgeUndo && !j.Undone {
			judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: j.ID})
		}
	}
}

// split is two persons, the smaller id first, whom one article says to be one: c. The second holds a post, by b.
type split struct {
	a, b, c *draft
	p1, p2  kg.ID
	edge    kg.EdgeKey // of p2
}

func newSplit() *split {
	x := &split{a: newDraft("一", "2024-01-10", "甲乙到任。"), b: newDraft("二", "2024-02-10", "有市书记甲乙到任。"), c: newDraft("三", "2024-03-10", "甲乙即甲乙。")}
	scopes := []string{"乌有市", "有市"}
	id := func(scope string) kg.ID { return newDraft("", "", "甲乙").person("甲乙", scope) }
	if id(scopes[1]) < id(scopes[0]) {
		slices.Reverse(scopes)
	}
	x.p1, x.p2 = x.a.person("甲乙", scopes[0]), x.b.person("甲乙", scopes[1])
	x.edge = x.b.say(kg.HoldsPost, x.p2, x.b.post("有市", "书记", 0), &kg.Holds{Status: "current"}, "", "书记")
	x.c.person("甲乙", scopes[0])
	x.c.person("甲乙", scopes[1])
	x.c.same(x.p1, x.p2, "即")
	return x
}

// What was retracted, and what was renamed, stays so when two that were one are two again: whoever judges sees the one, and says
// it of what articles say of either.
func testLastingJudgements(t *testing.T, open func(*testing.T) kg.Store) {
	s, x := open(t), newSplit()
	apply(t, s, x.a.doc, x.b.doc, x.c.doc)
	edge := x.edge
	edge.From = x.p1
	r := judge(t, s, kg.Judgement{Verb: kg.JudgeRetract, Edge: &edge})
	if d := diff([]kg.EdgeKey{x.edge}, r.Facts); d != "" {
		t.Errorf("facts, -want +got\n%s", d)
	}
	n := judge(t, s, kg.Judgement{Verb: kg.JudgeRename, A: x.p1, Name: "甲乙丙"})
	if d := diff([]kg.ID{x.p2}, n.Members); d != "" {
		t.Errorf("members, -want +got\n%s", d)
	}
	lasts(t, s, "as one", x.p1)
	for _, gone := range []*draft{x.c, x.a} {
		if err := s.Remove(background, gone.doc.ID); err != nil {
			t.Fatal(err)
		}
		lasts(t, s, "without "+gone.article.Title, x.p2)
	}
	judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: r.ID})
	judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: n.ID})
	m := NewModel()
	apply(t, m, x.b.doc)
	if d := diff(dump(t, m), dump(t, s)); d != "" {
		t.Errorf("undone, -want +got\n%s", d)
	}
}

// lasts wants a person to hold nothing and to be called as judged, and no judgement to be missing.
func lasts(t *testing.T, s kg.Store, when string, id kg.ID) {
	t.Helper()
	if h := holdings(t, s, id, kg.When{}); len(h) != 0 {
		t.Errorf("%s, %s holds %+v", when, id, h)
	}
	if p := nodeOf[*kg.Person](t, s, id); p.Name != "甲乙丙" {
		t.Errorf("%s, %s is called %s", when, id, p.Name)
	}
	log, err := s.Judgements(background)
	for _, j := range log {
		if err != nil || j.Missing {
			t.Errorf("%s: %+v, %v", when, j, err)
		}
	}
	sound(t, s)
}

func testUnknownObjects(t *testing.T, open func(*testing.T) kg.Store) {
	s := open(t)
	d, p, post, key := tenureDraft("一", "2024-01-10", "甲乙", "current")
	apply(t, s, d.doc)
	before := dump(t, s)
	other := key
	other.To = "t-none"
	for _, c := range []struct {
		name string
		j    kg.Judgement
		word error
	}{
		{"same", kg.Judgement{Verb: kg.JudgeSame, A: p, B: "p-none"}, kg.ErrNotFound},
		{"different", kg.Judgement{Verb: kg.JudgeDifferent, A: "p-none", B: p}, kg.ErrNotFound},
		{"reassigned", kg.Judgement{Verb: kg.JudgeReassign, A: "p-none", Articles: []kg.ID{d.article.ID}}, kg.ErrNotFound},
		{"reassigned in no article", kg.Judgement{Verb: kg.JudgeReassign, A: p, Articles: []kg.ID{"a-none"}}, kg.ErrNotFound},
		{"retracted", kg.Judgement{Verb: kg.JudgeRetract, Edge: &other}, kg.ErrNotFound},
		{"renamed", kg.Judgement{Verb: kg.JudgeRename, A: "p-none", Name: "x"}, kg.ErrNotFound},
		{"undone", kg.Judgement{Verb: kg.JudgeUndo, A: "j-none"}, kg.ErrNotFound},
		{"two kinds", kg.Judgement{Verb: kg.JudgeSame, A: p, B: post}, kg.ErrInvalid},
	} {
		c.j.By = "tester"
		_, err := s.Judge(background, c.j)
		wantWord(t, c.name, err, c.word)
	}
	if dump(t, s) != before {
		t.Error("a refused judgement changed the graph")
	}
	if log, err := s.Judgements(background); err != nil || len(log) != 0 {
		t.Errorf("a refused judgement stands in the log: %+v, %v", log, err)
	}
}

func testReplay(t *testing.T, open func(*testing.T) kg.Store) {
	docs := someDocuments(30)
	s := open(t)
	apply(t, s, docs...)
	persons, err := s.List(background, kg.NodeQuery{Kind: kg.PersonKind, Page: kg.Page{First: 6}})
	if err != nil {
		t.Fatal(err)
	}
	id := func(i int) kg.ID { return persons.Nodes[i].NodeHead().ID }
	judge(t, s, kg.Judgement{Verb: kg.JudgeSame, A: id(0), B: id(1)})
	judge(t, s, kg.Judgement{Verb: kg.JudgeRename, A: id(2), Name: "改名"})
	undone := judge(t, s, kg.Judgement{Verb: kg.JudgeSame, A: id(3), B: id(4)})
	judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: undone.ID})
	judge(t, s, kg.Judgement{Verb: kg.JudgeReassign, A: id(5), Articles: []kg.ID{docs[0].Articles()[0].ID, docs[1].Articles()[0].ID}})
	want := dump(t, s)
	states, err := s.Judgements(background)
	if err != nil {
		t.Fatal(err)
	}
	var log []kg.Judgement
	for _, j := range states {
		log = append(log, j.Judgement)
	}
	wantWord(t, "replay over a log", s.Replay(background, log), kg.ErrConflict)
	for _, first := range []string{"the log", "the documents"} {
		copied := open(t)
		if first == "the documents" {
			apply(t, copied, docs...)
		}
		if err := copied.Replay(background, log); err != nil {
			t.Fatal(err)
		}
		if first == "the log" {
			apply(t, copied, docs...)
		}
		if d := diff(want, dump(t, copied)); d != "" {
			t.Errorf("%s first, -want +got\n%s", first, d)
		}
		sound(t, copied)
	}
}
