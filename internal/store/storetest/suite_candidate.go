package storetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
)

// sighting is a document of a paper of home that names people, and says nothing more of them.
func sighting(name string, day kg.Date, home string, people ...[2]string) (*draft, []kg.ID) {
	text := home + "日报\n"
	for _, p := range people {
		text += p[0] + "在" + p[1] + "。"
	}
	d := newDraft(name, day, text)
	paper := d.node(&kg.Newspaper{Head: head(kg.NewspaperKind, home+"日报")}, home+"日报")
	d.attr(paper, "homePlace", home, home)
	d.say(kg.PublishedIn, d.article.ID, paper, &kg.Published{}, "", home+"日报")
	var ids []kg.ID
	for _, p := range people {
		id := d.person(p[0], p[1])
		ids = append(ids, d.mention(id, p[0]))
	}
	return d, ids
}

func (d *draft) mention(id kg.ID, quote string) kg.ID {
	d.say(kg.MentionsEntity, d.article.ID, id, &kg.Mentioned{Count: 1}, "", quote)
	return id
}

// suggestions lists all candidates of a kind, each as "name name score reasons".
func suggestions(t *testing.T, s kg.Reader, q kg.CandidateQuery) []string {
	t.Helper()
	q.Page.First = 50
	page, err := s.Candidates(background, q)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range page.Candidates {
		var reasons []string
		for _, r := range c.Reasons {
			reasons = append(reasons, string(r.Kind)+" "+r.Note)
		}
		out = append(out, fmt.Sprintf("%s = %s: %d; %s", c.A.NodeHead().Key, c.B.NodeHead().Key, c.Score, strings.Join(reasons, "; ")))
	}
	slices.Sort(out) // pairs of one name stand in the order of ids
	return out
}

// testCandidates holds a store to what it says of suggested merges.
func testCandidates(t *testing.T, open func(*testing.T) kg.Store) {
	t.Run("Reasons", func(t *testing.T) { testReasons(t, open(t)) })
	t.Run("Judged", func(t *testing.T) { testCandidatesJudged(t, open(t)) })
	t.Run("Pages", func(t *testing.T) { testCandidatePages(t, open(t)) })
	t.Run("Bounded", func(t *testing.T) { testCandidatesBounded(t, open(t)) })
}

// testReasons: namesakes near in place and time are suggested, with the reasons, and no others; agreements and events
// too, where what is known of them agrees.
func testReasons(t *testing.T, s kg.Store) {
	t.Helper()
	var docs []*kg.Document
	add := func(name string, day kg.Date, home string, people ...[2]string) {
		d, _ := sighting(name, day, home, people...)
		docs = append(docs, d.doc)
	}
	// One of two places of a province; one who is known in an article only, in a paper of the place; three far away or later.
	add("一", "2024-01-10", "甲山省乙市", [2]string{"罗岚", "甲山省乙市"}, [2]string{"王伟", "甲山省乙市"})
	add("二", "2024-03-01", "甲山省丙市", [2]string{"罗岚", "甲山省丙市"}, [2]string{"王伟", ""})
	add("三", "2024-03-05", "甲山省乙市丁区", [2]string{"王伟", "甲山省乙市丁区"})
	add("四", "2024-01-10", "他水省辛市", [2]string{"王伟", "他水省辛市"}, [2]string{"欧阳远", "他水省辛市"}, [2]string{"欧阳远", "他水省壬市"})
	add("五", "2020-01-10", "甲山省乙市", [2]string{"赵高", "甲山省乙市"})
	add("六", "2024-01-10", "甲山省乙市", [2]string{"赵高", "甲山省己市"})
	apply(t, s, append(docs, differing()...)...)
	want := []string{
		"王伟 in  = 王伟 in 甲山省乙市: 400; NAME 4 persons are called 王伟; PLACE both in 甲山省; TIME seen until 2024-01-10 and, 51 days later, from 2024-03-01",
		"王伟 in  = 王伟 in 甲山省乙市丁区: 500; NAME 4 persons are called 王伟; PLACE both in 甲山省; TIME seen until 2024-03-01 and from 2024-03-05",
		"王伟 in 甲山省乙市 = 王伟 in 甲山省乙市丁区: 550; NAME 4 persons are called 王伟; PLACE both in 甲山省乙市; TIME seen until 2024-01-10 and, 55 days later, from 2024-03-05",
		"罗岚 in 甲山省丙市 = 罗岚 in 甲山省乙市: 600; NAME 2 persons are called 罗岚; PLACE both in 甲山省; TIME seen until 2024-01-10 and, 51 days later, from 2024-03-01",
	}
	if d := cmp.Diff(inOrder(want), inOrder(suggestions(t, s, kg.CandidateQuery{Kind: kg.PersonKind}))); d != "" {
		t.Errorf("persons, -want +got\n%s", d)
	}
	page, err := s.Candidates(background, kg.CandidateQuery{Kind: kg.PersonKind, Page: kg.Page{First: 10}})
	if err != nil || len(page.Candidates) == 0 || page.Candidates[0].A.NodeHead().Name != "罗岚" {
		t.Errorf("the rarest name doesn't stand first: %+v, %v", page.Candidates, err)
	}
	dealsAndEvents(t, s)
}

// differing are two of one name, place and day whose genders differ.
func differing() []*kg.Document {
	one, a := sighting("七", "2024-01-10", "甲山省乙市", [2]string{"钱多", "甲山省乙市"})
	two, b := sighting("八", "2024-01-10", "甲山省乙市", [2]string{"钱多", "甲山省戊市"})
	one.attr(a[0], "gender", "female", "钱多")
	two.attr(b[0], "gender", "male", "钱多")
	return []*kg.Document{one.doc, two.doc}
}

// inOrder takes the order of the two out of lines: it is that of their ids.
func inOrder(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		pair, rest, _ := strings.Cut(l, ": ")
		a, b, _ := strings.Cut(pair, " = ")
		out[i] = min(a, b) + " = " + max(a, b) + ": " + rest
	}
	slices.Sort(out)
	return out
}

func (d *draft) deal(key, title, status string, day kg.Date, parties ...kg.ID) {
	id := d.node(&kg.Agreement{Head: head(kg.AgreementKind, key)}, title)
	d.mention(id, title)
	d.attr(id, "status", status, title)
	if day != "" {
		d.attr(id, "date", string(day), title)
	}
	for i, p := range parties {
		d.say(kg.PartyTo, p, id, &kg.Party{Side: i + 1}, day, title)
	}
}

func dealsAndEvents(t *testing.T, s kg.Store) {
	t.Helper()
	text := "乙市与丙市签战略合作协议，丁市在场，合作座谈会。"
	var docs []*kg.Document
	for i, c := range []struct {
		published        kg.Date
		key, status, day string
		parties          []string
		event            string
		start            kg.Date
		who              string
	}{
		{"2024-02-01", "planned", "planned", "2024-03-01", []string{"乙市"}, "local 1", "2024-03-01", "丙市"},
		{"2024-03-02", "signed", "signed", "2024-03-02", []string{"乙市", "丙市"}, "whole 1", "2024-03-02", "丙市"},
		{"2024-03-03", "others", "signed", "2024-03-02", []string{"乙市", "丁市"}, "elsewhere", "2024-03-02", "丁市"},
		{"2024-03-04", "later", "signed", "2024-05-02", []string{"乙市", "丙市"}, "later", "2024-05-02", "丙市"},
	} {
		d := newDraft(fmt.Sprintf("约%d", i), c.published, text)
		var parties []kg.ID
		for _, p := range c.parties {
			parties = append(parties, d.place(p))
		}
		d.deal(c.key, "战略合作协议", c.status, kg.Date(c.day), parties...)
		e := d.event(c.event, c.start, "合作座谈会")
		d.mention(e, "座谈会")
		d.say(kg.ParticipatedIn, d.place(c.who), e, &kg.Participated{Role: "attendee", Order: 1}, c.start, c.who)
		docs = append(docs, d.doc)
	}
	apply(t, s, docs...)
	wantDeals := []string{
		"later = planned: 600; NAME 4 agreements are called 战略合作协议; PARTIES 1 parties are the same; PLANNED one is planned, the other signed",
		"others = planned: 600; NAME 4 agreements are called 战略合作协议; PARTIES 1 parties are the same; PLANNED one is planned, the other signed",
		"planned = signed: 600; NAME 4 agreements are called 战略合作协议; PARTIES 1 parties are the same; PLANNED one is planned, the other signed",
	}
	if d := cmp.Diff(wantDeals, inOrder(suggestions(t, s, kg.CandidateQuery{Kind: kg.AgreementKind}))); d != "" {
		t.Errorf("agreements, -want +got\n%s", d)
	}
	wantEvents := []string{"local 1 = whole 1: 700; NAME 4 events are called 合作座谈会; PARTICIPANTS 1 participants are the same; TIME on 2024-03-01 and 2024-03-02"}
	if d := cmp.Diff(wantEvents, inOrder(suggestions(t, s, kg.CandidateQuery{Kind: kg.EventKind}))); d != "" {
		t.Errorf("events, -want +got\n%s", d)
	}
}

// testCandidatesJudged: "different" wins over any suggestion, also of one that was merged since; "same" leaves nothing to
// suggest; what is undone is suggested again.
func testCandidatesJudged(t *testing.T, s kg.Store) {
	t.Helper()
	one, a := sighting("一", "2024-01-10", "甲山省乙市", [2]string{"罗岚", "甲山省乙市"})
	two, b := sighting("二", "2024-01-20", "甲山省丙市", [2]string{"罗岚", "甲山省丙市"})
	three, c := sighting("三", "2024-01-30", "甲山省戊市", [2]string{"罗岚", "甲山省戊市"})
	apply(t, s, one.doc, two.doc, three.doc)
	want := func(what string, n int, of kg.ID) {
		t.Helper()
		if got := suggestions(t, s, kg.CandidateQuery{Kind: kg.PersonKind, Of: of}); len(got) != n {
			t.Errorf("%s: %d suggestions, want %d: %q", what, len(got), n, got)
		}
	}
	want("at first", 3, "")
	want("of one", 2, a[0])
	apart := judge(t, s, kg.Judgement{Verb: kg.JudgeDifferent, A: b[0], B: a[0]})
	want("different", 2, "")
	want("of one that is different from another", 1, a[0])
	one2 := judge(t, s, kg.Judgement{Verb: kg.JudgeSame, A: a[0], B: c[0]})
	want("different from what was merged", 0, "")
	want("of what was merged", 0, c[0])
	judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: apart.ID})
	want("the difference undone", 1, "")
	judge(t, s, kg.Judgement{Verb: kg.JudgeUndo, A: one2.ID})
	want("all undone", 3, "")
	want("of nobody", 0, kg.MakeID("p", "nobody"))
}

// testCandidatePages: page after page lists each candidate once, as the model does, in a world of many namesakes.
func testCandidatePages(t *testing.T, s kg.Store) {
	t.Helper()
	m := filled(t, s, append(someDocuments(60), namesakes()...))
	for _, kind := range kg.CandidateKinds {
		q := kg.CandidateQuery{Kind: kind, Page: kg.Page{First: 100}}
		want, err := m.Candidates(background, q)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Candidates(background, q)
		if err != nil {
			t.Fatal(err)
		}
		if d := diff(want, got); d != "" {
			t.Fatalf("%s: -model +store\n%s", kind, d)
		}
		t.Logf("%s: %d candidates", kind, len(got.Candidates))
		for _, size := range []int{1, 3} {
			if d := diff(got.Cursors, cursorsBy(t, s, kind, size)); d != "" && len(got.Candidates) < 100 {
				t.Errorf("%s, %d at once: -want +got\n%s", kind, size, d)
			}
		}
	}
	badCandidates(t, s)
}

// namesakes are pairs of people in two places that are near, one of them beyond the BMP.
func namesakes() []*kg.Document {
	var out []*kg.Document
	for i := range 40 {
		name := pick([]rune(surnames), i/2) + pick([]rune(given), i/2*5+2) + "𠀋"
		place := "甲山省" + pick([]rune(regions), i) + "市"
		d, _ := sighting(fmt.Sprintf("名%d", i), day(i), place, [2]string{name, place})
		out = append(out, d.doc)
	}
	return out
}

func cursorsBy(t *testing.T, s kg.Store, kind kg.NodeKind, size int) []string {
	t.Helper()
	var out []string
	for after := ""; ; {
		page, err := s.Candidates(background, kg.CandidateQuery{Kind: kind, Page: kg.Page{First: size, After: after}})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, page.Cursors...)
		if !page.Info.HasNext || len(out) > 1000 {
			return out
		}
		after = page.Info.End
	}
}

// testCandidatesBounded: where many have namesakes that can't be meant, a page ends before it has found anything, and says
// that more follows; asked on, the store comes to the one pair that is left.
func testCandidatesBounded(t *testing.T, s kg.Store) {
	t.Helper()
	var here, there [][2]string
	letters := []rune(given)
	for i := range 20 {
		for j := range 20 {
			name := "王" + string(letters[i]) + string(letters[20+j])
			here, there = append(here, [2]string{name, "甲山省乙市"}), append(there, [2]string{name, "他水省辛市"})
		}
	}
	one, _ := sighting("一", "2024-01-10", "甲山省乙市", append(here, [2]string{"祝岚", "甲山省乙市"})...)
	two, _ := sighting("二", "2024-01-20", "他水省辛市", append(there, [2]string{"祝岚", "甲山省丙市"})...)
	apply(t, s, one.doc, two.doc)
	q := kg.CandidateQuery{Kind: kg.PersonKind, Page: kg.Page{First: 20}}
	empty, found := 0, 0
	for more := true; more; {
		page, err := s.Candidates(background, q)
		if err != nil {
			t.Fatal(err)
		}
		if more = page.Info.HasNext; more && (page.Info.End == "" || page.Info.End == q.Page.After || page.Info.Start == "") {
			t.Fatalf("a page that doesn't lead on: %+v", page.Info)
		}
		if len(page.Candidates) == 0 && more {
			empty++
		}
		for _, c := range page.Candidates {
			if found++; c.A.NodeHead().Name != "祝岚" {
				t.Errorf("%s is suggested", c.A.NodeHead().Key)
			}
		}
		q.Page.After = page.Info.End
	}
	if empty == 0 || found != 1 {
		t.Errorf("%d empty pages and %d candidates, want some and 1: %d entities are more than %d", empty, found, 2*len(here), kg.MaxExamined)
	}
}

func badCandidates(t *testing.T, s kg.Store) {
	t.Helper()
	first := kg.Page{First: 5}
	page, err := s.Candidates(background, kg.CandidateQuery{Kind: kg.PersonKind, Page: first})
	if err != nil || len(page.Cursors) == 0 {
		t.Fatalf("%d candidates, %v", len(page.Cursors), err)
	}
	for what, c := range map[string]struct {
		q    kg.CandidateQuery
		word error
	}{
		"places":             {kg.CandidateQuery{Kind: kg.PlaceKind, Page: first}, kg.ErrInvalid},
		"of another kind":    {kg.CandidateQuery{Kind: kg.PersonKind, Of: "l-1", Page: first}, kg.ErrInvalid},
		"backward":           {kg.CandidateQuery{Kind: kg.PersonKind, Page: kg.Page{Last: 5}}, kg.ErrInvalid},
		"no page":            {kg.CandidateQuery{Kind: kg.PersonKind}, kg.ErrInvalid},
		"no cursor":          {kg.CandidateQuery{Kind: kg.PersonKind, Page: kg.Page{First: 5, After: "x"}}, kg.ErrCursor},
		"another's cursor":   {kg.CandidateQuery{Kind: kg.EventKind, Page: kg.Page{First: 5, After: page.Cursors[0]}}, kg.ErrCursor},
		"cancelled question": {kg.CandidateQuery{Kind: kg.PersonKind, Page: first}, context.Canceled},
	} {
		ctx, cancel := context.WithCancel(background)
		if c.word == context.Canceled {
			cancel()
		}
		_, err := s.Candidates(ctx, c.q)
		cancel()
		wantWord(t, what, err, c.word)
	}
}
