package claim_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/claim"
	"github.com/baopu/baopu/loader/reading"
)

// reader builds a reading by pointing at words of its text.
type reader struct {
	t *testing.T
	*reading.Reading
}

func read(t *testing.T, a *article.Article) reader {
	t.Helper()
	r := &reading.Reading{Article: a, Text: a.Text(), Home: a.PublicationPlace}
	for i, p := range r.Text.Parts {
		r.Sentences = append(r.Sentences, reading.Sentence{Span: reading.Span{Start: p.Start, End: p.End}, Part: i})
	}
	return reader{t, r}
}

// at is evidence for the first place where words stand.
func (r reader) at(words string) reading.Evidence {
	r.t.Helper()
	before, _, ok := strings.Cut(r.Text.String(), words)
	if !ok {
		r.t.Fatalf("%q is not in the text", words)
	}
	start := len([]rune(before))
	return reading.Evidence{Span: reading.Span{Start: start, End: start + len([]rune(words))}, Rule: "test"}
}

const (
	linxi  = "内蒙古自治区赤峰市林西县"
	chaoya = "北京市朝阳区"
)

// visit is a story with one person of two jurisdictions, a driver, an agreement and a signing.
func visit(t *testing.T) *reading.Reading {
	r := read(t, &article.Article{
		Title: "朝阳区代表团来林西县", PublishedAt: "2024-05-03", PublicationPlace: linxi, Page: "1",
		Body: "5月2日，林西县委常委、朝阳区教委副主任（挂职）田野青说，双方签署《朝阳区与林西县合作协议》。司机高满仓在场。记者刘湖。",
	})
	r.Places = []reading.Place{
		{Name: linxi, Type: reading.Admin, Spans: []reading.Evidence{r.at("林西县")}},
		{Name: chaoya, Type: reading.Admin, Spans: []reading.Evidence{r.at("朝阳区")}},
	}
	r.Organizations = []reading.Organization{{Name: "朝阳区教委", Type: "government", Place: chaoya, Spans: []reading.Evidence{r.at("朝阳区教委")}}}
	r.People = []reading.Person{
		{Name: "田野青", Spans: []reading.Evidence{r.at("田野青")}, Posts: []reading.Post{
			{Title: "县委常委", Place: linxi, Status: reading.Current, Evidence: r.at("林西县委常委")},
			{Title: "副主任", Org: "朝阳区教委", Status: reading.Current, Evidence: r.at("朝阳区教委副主任")},
		}},
		{Name: "高满仓", Spans: []reading.Evidence{r.at("高满仓")}, Posts: []reading.Post{{Title: "司机", Occupation: true, Status: reading.Current, Evidence: r.at("司机")}}},
	}
	r.Agreements = []reading.Agreement{{
		Title: "朝阳区与林西县合作协议", Titled: true, Parties: []string{chaoya, linxi}, Date: "2024-05-02", Status: reading.Signed, Count: 1, Evidence: r.at("《朝阳区与林西县合作协议》"),
	}}
	r.Events = []reading.Event{{
		Type: reading.Signing, Start: "2024-05-02", Place: linxi, PartOf: -1, Agreements: []string{"朝阳区与林西县合作协议"}, Evidence: r.at("签署"),
		Participants: []reading.Participant{
			{Name: chaoya, Roles: []reading.Participation{reading.Signatory}, Order: 1, Evidence: r.at("双方")},
			{Name: linxi, Roles: []reading.Participation{reading.Signatory}, Order: 2, Evidence: r.at("双方")},
		},
	}}
	r.Utterances = []reading.Utterance{{Speaker: "田野青", Verb: "说", Words: r.at("双方签署").Span, Evidence: r.at("田野青说")}}
	r.Bylines = []reading.Credit{{Byline: article.Byline{Name: "刘湖", Role: article.Reporter}}}
	r.Unresolved = []reading.Unresolved{{Span: r.at("在场").Span, Kind: "place", Reason: "test"}}
	return r.Reading
}

func build(t *testing.T, rs ...*reading.Reading) *kg.Document {
	t.Helper()
	doc, err := claim.Build(claim.Input{
		Source: kg.Source{Name: "t.txt", Publication: "林西报", Place: linxi, Date: "2024-05-03"}, ID: claim.DocumentID("林西报", "2024-05-03", "1", nil), Reader: "test", Readings: rs,
		Remainders: []claim.Remainder{{Text: "天气：晴", FirstLine: 9, LastLine: 9}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	return doc
}

// A mark halves the confidence of what was read from the article, and stands on it; what came with the article stays sure.
func TestMarksLowerClaims(t *testing.T) {
	sound := build(t, visit(t))
	for _, c := range []struct {
		marks            []reading.Mark
		damaged, fiction bool
		part             int
	}{
		{nil, false, false, 1},
		{[]reading.Mark{{Kind: reading.Fiction}}, false, true, 2},
		{[]reading.Mark{{Kind: reading.Spun}}, true, false, 2},
		{[]reading.Mark{{Kind: reading.Injected}, {Kind: reading.Doubled}}, true, false, 4},
	} {
		r := visit(t)
		r.Marks = c.marks
		doc := build(t, r)
		if a := doc.Articles()[0]; a.Damaged != c.damaged || a.Fiction != c.fiction {
			t.Errorf("%v: damaged %v, fiction %v", c.marks, a.Damaged, a.Fiction)
		}
		for i, got := range doc.Claims {
			want := sound.Claims[i].Evidence.Confidence
			if !strings.HasPrefix(got.Evidence.Rule, "given.") {
				want /= c.part
			}
			if got.Evidence.Confidence != want {
				t.Errorf("%v: %s has %d, want %d", c.marks, got.Evidence.Rule, got.Evidence.Confidence, want)
			}
		}
	}
}

func count(doc *kg.Document, kind kg.EdgeKind) int {
	n := 0
	for _, c := range doc.Claims {
		if c.Kind == kind {
			n++
		}
	}
	return n
}

func keys(doc *kg.Document, kind kg.NodeKind) []string {
	var out []string
	for _, n := range doc.Nodes {
		if n.NodeHead().Kind == kind {
			out = append(out, n.NodeHead().Key)
		}
	}
	slices.Sort(out)
	return out
}

func TestBuild(t *testing.T) {
	doc := build(t, visit(t))
	for kind, want := range map[kg.EdgeKind]int{
		kg.HoldsPost: 3, kg.HasJurisdiction: 1, kg.OfOrganization: 1, kg.SamePerson: 1, kg.PartyTo: 2, kg.SignedAt: 1, kg.ParticipatedIn: 2,
		kg.TookPlaceIn: 1, kg.SaidIn: 1, kg.WroteArticle: 1, kg.PublishedIn: 1,
	} {
		if got := count(doc, kind); got != want {
			t.Errorf("%d claims of %s, want %d", got, kind, want)
		}
	}
	if d := cmp.Diff([]string{"刘湖@林西报", "田野青@" + linxi, "田野青@" + chaoya, "高满仓"}, sorted(keys(doc, kg.PersonKind))); d != "" {
		t.Errorf("people: one for each scope, the reporter by the paper, the driver alone: -want +got\n%s", d)
	}
	if got := len(keys(doc, kg.PlaceKind)); got < 5 {
		t.Errorf("%d places, want both divisions with what they lie in", got)
	}
	if len(keys(doc, kg.RemainderKind)) != 1 || len(keys(doc, kg.UnresolvedKind)) != 1 {
		t.Error("the work lists are not there")
	}
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

func TestIdentityAcrossArticles(t *testing.T) {
	a, b := build(t, visit(t)), build(t, visit(t), visit(t))
	for _, kind := range []kg.NodeKind{kg.AgreementKind, kg.EventKind, kg.PlaceKind} {
		if d := cmp.Diff(ids(a, kind), ids(b, kind)); d != "" {
			t.Errorf("%s has no complete key: -one article +two\n%s", kind, d)
		}
	}
	if got := len(ids(b, kg.PersonKind)); got != len(ids(a, kg.PersonKind))+1 {
		t.Errorf("two stories make %d persons, want one more than one story: the driver is known in his article only", got)
	}
	if len(ids(b, kg.ArticleKind)) != 2 {
		t.Error("two articles of one title are one")
	}
}

func TestCityAbroadWithAndWithoutSuffix(t *testing.T) {
	mayor := func(city string) *kg.Document {
		r := read(t, &article.Article{Title: "会见", PublishedAt: "2024-05-03", Body: city + "市长阿尔多夫说。"})
		r.Places = []reading.Place{{Name: city, Type: reading.Admin, Spans: []reading.Evidence{r.at(city)}}}
		r.People = []reading.Person{{
			Name: "阿尔多夫", Spans: []reading.Evidence{r.at("阿尔多夫")},
			Posts: []reading.Post{{Title: "市长", Place: city, Status: "current", Evidence: r.at("市长")}},
		}}
		return build(t, r.Reading)
	}
	bare, full := mayor("格罗斯堡"), mayor("格罗斯堡市")
	for _, kind := range []kg.NodeKind{kg.PersonKind, kg.PostKind, kg.PlaceKind} {
		if d := cmp.Diff(ids(bare, kind), ids(full, kind)); d != "" {
			t.Errorf("%s: -without 市 +with\n%s", kind, d)
		}
	}
}

func ids(doc *kg.Document, kind kg.NodeKind) []kg.ID {
	var out []kg.ID
	for _, n := range doc.Nodes {
		if n.NodeHead().Kind == kind {
			out = append(out, n.NodeHead().ID)
		}
	}
	slices.Sort(out)
	return out
}

func TestSightingIsDatedByItsEvent(t *testing.T) {
	r := visit(t)
	speaker := r.Utterances[0].Evidence
	r.Events[0].Participants = append(r.Events[0].Participants, reading.Participant{
		Name: "田野青", Roles: []reading.Participation{reading.Speaker}, Order: 3, Evidence: speaker,
	})
	dates := map[string]bool{}
	for _, c := range build(t, r).Claims {
		if c.Kind == kg.HoldsPost {
			dates[string(c.Date)] = true
		}
	}
	if d := cmp.Diff(map[string]bool{"2024-05-02": true, "": true}, dates); d != "" {
		t.Errorf("the official by the signing, the driver by the paper: -want +got\n%s", d)
	}
}

// An event of long ago, told elsewhere in the article, says nothing of an office that its participant has today, and not that one
// which he had then was over.
func TestSightingIsNotDatedByAnotherSentence(t *testing.T) {
	r := read(t, &article.Article{Title: "接访", PublishedAt: "2024-05-03", PublicationPlace: linxi, Page: "1", Body: "县委书记田野青强调，要办好群众的事。\n2003年9月18日，时任副县长田野青接访。"})
	r.Places = []reading.Place{{Name: linxi, Type: reading.Admin, Spans: []reading.Evidence{r.at("县")}}}
	r.People = []reading.Person{{Name: "田野青", Spans: []reading.Evidence{r.at("田野青")}, Posts: []reading.Post{
		{Title: "县委书记", Place: linxi, Status: reading.Current, Evidence: r.at("县委书记")},
		{Title: "副县长", Place: linxi, Status: reading.Former, Evidence: r.at("副县长")},
	}}}
	told := r.at("田野青接访")
	r.Events = []reading.Event{{Type: "inspection", Start: "2003-09-18", PartOf: -1, Evidence: told, Participants: []reading.Participant{
		{Name: "田野青", Roles: []reading.Participation{reading.Visitor}, Order: 1, Evidence: told},
	}}}
	for _, c := range build(t, r.Reading).Claims {
		if c.Kind == kg.HoldsPost && c.Date != "" {
			t.Errorf("an office is seen on %s: %v", c.Date, c.Values)
		}
	}
}

func TestBuildWithoutADay(t *testing.T) {
	_, err := claim.Build(claim.Input{Source: kg.Source{Name: "x.txt"}})
	if !errors.Is(err, kg.ErrInvalid) || !strings.Contains(err.Error(), "x.txt") {
		t.Errorf("%v", err)
	}
}

// A hall is known by the town of the paper; a whole country tells nothing of it.
func TestFacilityIsKnownByItsTown(t *testing.T) {
	for _, c := range []struct{ home, want string }{
		{linxi, linxi + "凤栖体育馆"},
		{"中国", "凤栖体育馆"},
	} {
		r := read(t, &article.Article{Title: "开馆", PublishedAt: "2024-05-03", PublicationPlace: c.home, Body: "凤栖体育馆开馆。"})
		r.Places = []reading.Place{{Name: "凤栖体育馆", Type: reading.Facility, Spans: []reading.Evidence{r.at("凤栖体育馆")}}}
		var got []string
		for _, n := range build(t, r.Reading).Nodes {
			if p, ok := n.(*kg.Place); ok && p.PlaceType == "facility" {
				got = append(got, p.Path)
			}
		}
		if d := cmp.Diff([]string{c.want}, got); d != "" {
			t.Errorf("in %s: -want +got\n%s", c.home, d)
		}
	}
}
