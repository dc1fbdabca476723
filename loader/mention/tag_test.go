package mention_test

import (
	"slices"
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/mention"
	"github.com/baopu/baopu/loader/reading"
	"github.com/google/go-cmp/cmp"
)

func reads(body string, with func(*reading.Reading)) *reading.Reading {
	a := &article.Article{Body: body, PublishedAt: "2024-05-10", PublicationPlace: "山东省潍坊市"}
	r := &reading.Reading{Article: a, Text: a.Text()}
	with(r)
	return r
}

func people(r *reading.Reading) []string {
	var out []string
	for _, p := range r.People {
		out = append(out, p.Name)
	}
	return out
}

func bodies(r *reading.Reading) []string {
	var out []string
	for _, o := range r.Organizations {
		out = append(out, o.Name)
	}
	return out
}

// What no title announces is found by the tagger only; its rule says so.
func TestTaggerFindsPersons(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"听说招人，徐秋萍第一个报了名。", "徐秋萍"},
		{"羽毛球女单决赛中，孙晓梅以2比0战胜对手。", "孙晓梅"},
		{"去年秋天，李建军拿出全部积蓄修了这条路。", "李建军"},
	} {
		t.Run(c.want, func(t *testing.T) {
			if got := people(reads(c.body, mention.ReadUntagged)); got != nil {
				t.Errorf("without the tagger: %q", got)
			}
			r := reads(c.body, mention.Read)
			if diff := cmp.Diff([]string{c.want}, people(r)); diff != "" {
				t.Fatal(diff)
			}
			if rule := r.People[0].Spans[0].Rule; rule != "tagger.person" {
				t.Errorf("rule %s", rule)
			}
		})
	}
}

func TestTaggerFindsBodies(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{"演出由临朐县舞狮队带来。", "临朐县舞狮队"},
		{"1958年，他调到临沂专署民政科工作。", "临沂专署民政科"},
	} {
		t.Run(c.want, func(t *testing.T) {
			if got := bodies(reads(c.body, mention.ReadUntagged)); got != nil {
				t.Errorf("without the tagger: %q", got)
			}
			r := reads(c.body, mention.Read)
			if diff := cmp.Diff([]string{c.want}, bodies(r)); diff != "" {
				t.Fatal(diff)
			}
			if rule := r.Organizations[0].Spans[0].Rule; rule != "tagger.org" {
				t.Errorf("rule %s", rule)
			}
		})
	}
}

// Words that begin with a surname, places abroad, places below a county, schools of thought, quoted titles and people called by
// their kinship are nobody's name.
func TestTaggerFindsNobody(t *testing.T) {
	for _, body := range []string{
		"田里，植保机、收割机来回穿梭，夏玉米、夏大豆长势良好。",
		"军方称在马林卡、阿夫杰耶夫卡等地击退进攻。",
		"这个冬天，张家沟的村容变了样。",
		"大家认真学习孙文新时代治国思想，收获很大。",
		"《李建军在延安》今天出版。",
		"最近，刘爷爷和邻居们聊起了天。",
		"安居、乐业、宜业、宜游的环境正在形成，占比超三成。",
	} {
		t.Run(body, func(t *testing.T) {
			if got := people(reads(body, mention.Read)); got != nil {
				t.Errorf("%q", got)
			}
		})
	}
}

// A name of two characters that the grammar would take for a person on thin evidence falls where the tagger sees nobody.
// A preposition is no surname of who stands behind it.
func TestTaggerLeavesPrepositions(t *testing.T) {
	r := reads("向林承安主席致贺的还有总统贝鲁。", mention.Read)
	if got := people(r); !slices.Contains(got, "林承安") || slices.Contains(got, "向林承安") {
		t.Errorf("got %q, want 林承安 among them", got)
	}
}

func TestTaggerStopsWords(t *testing.T) {
	const body = "物价高企要求节俭。"
	if got := people(reads(body, mention.ReadUntagged)); len(got) != 1 {
		t.Fatalf("without the tagger: %q", got)
	}
	if got := people(reads(body, mention.Read)); got != nil {
		t.Errorf("%q", got)
	}
}

// The tagger's sequences cover the text token by token.
func TestSequences(t *testing.T) {
	r := reads("市长王 晓在临朐县调研。\n李建军说：“好。”", func(*reading.Reading) {})
	list := mention.Sequences(r)
	if len(list) != 2 {
		t.Fatalf("%d sequences", len(list))
	}
	var got []string
	for _, s := range list {
		at := s.Start
		for _, k := range s.Tokens {
			if k.End <= at {
				t.Fatalf("token ends at %d, begins at %d", k.End, at)
			}
			got = append(got, string(s.Runes[at:k.End]))
			at = k.End
		}
	}
	want := []string{"市长", "王晓", "在", "临朐县", "调研", "。", "李建军", "说", "：", "“", "好", "。", "”"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
