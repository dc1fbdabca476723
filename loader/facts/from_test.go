package facts

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

func TestPostsFold(t *testing.T) {
	q := func(title, place, org string, s reading.Status) reading.Post {
		return reading.Post{Title: title, Place: place, Org: org, Status: s}
	}
	cases := []struct {
		name  string
		posts []reading.Post
		want  []Post
	}{
		{
			"two titles",
			[]reading.Post{q("市委副书记", "甲市", "", "current"), q("市长", "甲市", "", "current")},
			[]Post{{Title: "市委副书记", Place: "甲市", Status: "current"}, {Title: "市长", Place: "甲市", Status: "current"}},
		},
		{
			"said twice, once without place",
			[]reading.Post{q("市长", "", "", "current"), q("市长", "甲市", "", "current")},
			[]Post{{Title: "市长", Place: "甲市", Status: "current"}},
		},
		{
			"the status that says more",
			[]reading.Post{q("市长", "甲市", "", "current"), q("市长", "甲市", "", "acting")},
			[]Post{{Title: "市长", Place: "甲市", Status: "acting"}},
		},
		{
			"the first that says more",
			[]reading.Post{q("市长", "甲市", "", "removed"), q("市长", "甲市", "", "appointed")},
			[]Post{{Title: "市长", Place: "甲市", Status: "removed"}},
		},
		{
			"another place is another post",
			[]reading.Post{q("市长", "甲市", "", "former"), q("市长", "乙市", "", "current")},
			[]Post{{Title: "市长", Place: "甲市", Status: "former"}, {Title: "市长", Place: "乙市", Status: "current"}},
		},
		{
			"another organisation too",
			[]reading.Post{q("局长", "甲市", "甲局", "current"), q("局长", "甲市", "乙局", "current")},
			[]Post{{Title: "局长", Place: "甲市", Org: "甲局", Status: "current"}, {Title: "局长", Place: "甲市", Org: "乙局", Status: "current"}},
		},
		{"no status is current", []reading.Post{q("总统", "丙国", "", "")}, []Post{{Title: "总统", Place: "丙国", Status: "current"}}},
		{
			"occupation",
			[]reading.Post{{Title: "村民", Status: "current", Occupation: true}},
			[]Post{{Title: "村民", Status: "current", Optional: true}},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := From(&reading.Reading{Mentions: reading.Mentions{People: []reading.Person{{Name: "某人", Posts: c.posts}}}})
			if diff := cmp.Diff([]Person{{Name: "某人", Posts: c.want}}, got.Persons); diff != "" {
				t.Errorf("persons (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParticipantsFold(t *testing.T) {
	all := []reading.Participation{"attendee", "companion", "visitor", "appointee", "speaker", "counterpart", "leader", "host", "signatory"}
	for i := range all { // of each prefix of the reversed precedence, the last wins
		t.Run("most specific is "+string(all[i]), func(t *testing.T) {
			got := participants([]reading.Participant{{Name: "甲", Roles: all[:i+1]}}, nil)
			if diff := cmp.Diff([]Participant{{Name: "甲", Role: Maybe(all[i])}}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	cases := []struct {
		name string
		list []reading.Participant
		want []Participant
	}{
		{
			"printed order",
			[]reading.Participant{{Name: "乙", Order: 2, Roles: all[:1]}, {Name: "甲", Order: 1, Roles: all[:1]}},
			[]Participant{{"甲", "attendee"}, {"乙", "attendee"}},
		},
		{
			"one name twice",
			[]reading.Participant{{Name: "甲", Order: 1, Roles: all[:1]}, {Name: "甲", Order: 2, Roles: all[4:5]}},
			[]Participant{{"甲", "speaker"}},
		},
		{"no role", []reading.Participant{{Name: "甲"}}, []Participant{{Name: "甲"}}},
		{"no name", []reading.Participant{{Roles: all}}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, participants(c.list, nil)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNumber(t *testing.T) {
	cases := []struct {
		in   string
		want json.Number
		ok   bool
	}{
		{"190100", "190100", true},
		{"11.05", "11.05", true},
		{"-3.50", "-3.50", true},
		{"12345678901234567", "12345678901234567", true},
		{"+5", "5", true},
		{"007", "7", true},
		{".5", "0.5", true},
		{"", "", false},
		{"十", "", false},
		{"Inf", "", false},
		{"NaN", "", false},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			if got, ok := number(c.in); ok != c.ok || ok && got != c.want {
				t.Errorf("number(%q) = %q, %v; want %q, %v", c.in, got, ok, c.want, c.ok)
			}
		})
	}
}

func TestFromWhole(t *testing.T) {
	r := &reading.Reading{
		Article: &article.Article{
			ID: "a1", Title: "题", PublishedAt: "2024-05-06",
			Bylines: []article.Byline{{Name: "甲", Role: article.Reporter}},
		},
		Mentions: reading.Mentions{
			People:        []reading.Person{{Name: "乙"}, {Name: "乙", Posts: []reading.Post{{Title: "县长"}}}},
			Places:        []reading.Place{{Name: "丁县", Type: reading.Admin}, {Name: "丁县", Type: reading.Admin}, {Name: "丁河", Type: reading.Natural}},
			Organizations: []reading.Organization{{Name: "丁县中学", Type: "school"}, {Name: "戊会"}},
		},
		Facts: reading.Facts{
			Agreements: []reading.Agreement{{Title: "合作协议", Parties: []string{"丁县", "戊会", "丁县"}, Status: reading.Signed, Count: 2}, {Title: "备忘录"}},
			Events:     []reading.Event{{Type: reading.Visit, Start: "2024-05-05", PartOf: -1}},
			Statistics: []reading.Statistic{{Indicator: "产量", Value: "12.5", Unit: "吨"}, {Indicator: "产量", Value: "许多"}},
			Utterances: []reading.Utterance{{Speaker: "乙"}, {Speaker: "己"}, {Speaker: "乙"}, {}},
			Bylines:    []reading.Credit{{Byline: article.Byline{Name: "甲", Role: article.Reporter}}, {Byline: article.Byline{Name: "庚", Role: article.Photographer}}},
		},
	}
	two := 2
	want := Facts{
		ID: "a1", Title: "题", PublishedAt: "2024-05-06",
		Bylines:       []Byline{{Name: "甲", Role: "reporter"}, {Name: "庚", Role: "photographer"}},
		Persons:       []Person{{Name: "乙", Posts: []Post{{Title: "县长", Status: "current"}}}},
		Places:        []Place{{Name: "丁县", Type: "admin"}, {Name: "丁河", Type: "natural"}},
		Organizations: []Organization{{Name: "丁县中学", Type: "school"}, {Name: "戊会", Type: "other"}},
		Agreements: []Agreement{
			{Title: "合作协议", Parties: []string{"丁县", "戊会"}, Status: "signed", Sectors: []string{}, Count: &two},
			{Title: "备忘录", Parties: []string{}, Sectors: []string{}},
		},
		Events:     []Event{{Type: "visit", Start: "2024-05-05", Participants: []Participant{}}},
		Statistics: []Statistic{{Indicator: "产量", Value: "12.5", Unit: "吨"}},
		Speakers:   []string{"乙", "己"},
	}
	if diff := cmp.Diff(want, From(r)); diff != "" {
		t.Errorf("From (-want +got):\n%s", diff)
	}
}

// A body has one name in facts, wherever it stands; two that are written alike keep the names that part them.
func TestShortNamesAreAsWritten(t *testing.T) {
	at := func(start, end int) []reading.Evidence {
		return []reading.Evidence{{Span: reading.Span{Start: start, End: end}}}
	}
	var r reading.Reading
	r.Organizations = []reading.Organization{
		{Name: "甲市妇联", Short: []string{"市妇联"}, Spans: at(0, 3)},
		{Name: "甲市文联", Short: []string{"市文联"}, Spans: append(at(5, 8), at(20, 24)...)},
		{Name: "甲市文体旅游局", Short: []string{"市文体旅游局"}, Spans: at(10, 16)},
		{Name: "甲县残联", Short: []string{"县残联"}, Spans: at(30, 33)},
		{Name: "乙县残联", Short: []string{"县残联"}, Spans: at(40, 43)},
	}
	r.People = []reading.Person{{Name: "丁", Posts: []reading.Post{{Title: "主席", Org: "甲市妇联"}}}}
	r.Agreements = []reading.Agreement{{Title: "协议", Parties: []string{"甲市妇联", "甲市文联"}}}
	r.Events = []reading.Event{{Type: reading.Signing, Participants: []reading.Participant{{Name: "甲市妇联"}}}}
	r.Statistics = []reading.Statistic{{Value: "3", Subject: "甲市妇联"}}
	f := From(&r)
	var names []string
	for _, o := range f.Organizations {
		names = append(names, o.Name)
	}
	names = append(names, string(f.Persons[0].Posts[0].Org), f.Agreements[0].Parties[0], f.Agreements[0].Parties[1])
	names = append(names, f.Events[0].Participants[0].Name, string(f.Statistics[0].Subject))
	want := []string{"市妇联", "甲市文联", "甲市文体旅游局", "甲县残联", "乙县残联", "市妇联", "市妇联", "甲市文联", "市妇联", "市妇联"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
}
