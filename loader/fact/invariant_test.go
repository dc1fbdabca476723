package fact_test

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/baopu/baopu/loader/fact"
	"github.com/baopu/baopu/loader/reading"
)

// FuzzRead holds the promises of Read on any text: spans lie inside it, participants, parties and speakers are names of
// mentions, a participant stands once in an event, and the same reading gives the same facts.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"6月19日，甲市与乙县签署《合作协议》以及5个专项合作协议。丙、丁参加活动。",
		"丙说，“好”。丁在会见丙时表示，欢迎。会谈后，两国元首签署了声明。",
		"“未完的话。丙率代表团来甲市考察，丁陪同。",
		"甲市前三季度完成561.8亿元，同比增长3.9%。任命丙为副市长。",
		"《《《（（（“““丙、丁、丙。",
		"６月１９日，甲市與乙縣簽署《合作協議》。丙、丁參加會談，丙說，「好」。",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		body = strings.ReplaceAll(body, "\r", "")
		if strings.Contains(body, "\n-- ") || len(body) > 4000 || strings.TrimSpace(body) == "" {
			return
		}
		a := &txtar.Archive{Files: []txtar.File{
			{Name: "article", Data: []byte("2024-06-20\n甲省甲市\n题\n" + body)},
			{Name: "people", Data: []byte("丙|甲省甲市\n丁|甲省乙县")},
			{Name: "places", Data: []byte("甲省甲市|admin||甲市\n甲省乙县|admin||乙县")},
			{Name: "organizations", Data: []byte("甲市代表团|delegation|甲省甲市|代表团")},
		}}
		r, again := build(t, a), build(t, a)
		fact.Read(r)
		fact.Read(again)
		if !reflect.DeepEqual(r.Facts, again.Facts) {
			t.Fatal("two readings of one text differ")
		}
		check(t, r)
	})
}

func check(t *testing.T, r *reading.Reading) {
	t.Helper()
	known := map[string]bool{}
	for _, p := range r.People {
		known[p.Name] = true
	}
	for _, p := range r.Places {
		known[p.Name] = true
	}
	for _, o := range r.Organizations {
		known[o.Name] = true
	}
	inside := func(s reading.Span) {
		if s.Start < 0 || s.Start > s.End || s.End > len(r.Text.Runes) {
			t.Fatalf("span %v outside the text of %d", s, len(r.Text.Runes))
		}
	}
	for i, e := range r.Events {
		inside(e.Evidence.Span)
		if e.PartOf == i || e.PartOf >= len(r.Events) {
			t.Fatalf("event %d is part of %d", i, e.PartOf)
		}
		seen := map[string]bool{}
		for _, p := range e.Participants {
			inside(p.Evidence.Span)
			if !known[p.Name] || seen[p.Name] || len(p.Roles) == 0 {
				t.Fatalf("participant %q of %v", p.Name, e)
			}
			seen[p.Name] = true
		}
	}
	for _, a := range r.Agreements {
		inside(a.Evidence.Span)
		for _, p := range a.Parties {
			if !known[p] && p != "中国" {
				t.Fatalf("party %q of %q is no mention", p, a.Title)
			}
		}
	}
	for _, u := range r.Utterances {
		inside(u.Words)
		inside(u.Evidence.Span)
		if !known[u.Speaker] {
			t.Fatalf("speaker %q is no mention", u.Speaker)
		}
	}
	for _, s := range r.Statistics {
		inside(s.Evidence.Span)
		if s.Value == "" || s.Unit == "" {
			t.Fatalf("statistic %v", s)
		}
	}
}

// TestReadLongText reads a text of many paragraphs, with every promise kept.
func TestReadLongText(t *testing.T) {
	r := build(t, long(400))
	fact.Read(r)
	if len(r.Utterances) < 400 {
		t.Fatalf("a long text has %d utterances", len(r.Utterances))
	}
	check(t, r)
}

func long(n int) *txtar.Archive {
	body := strings.Repeat("6月18日至19日，丙率代表团来甲市考察。丙说，两地要签署《甲市与乙县合作协议》。双方举行座谈会，丁主持会议并讲话，完成5.2亿元，同比增长3%。\n", n)
	return &txtar.Archive{Files: []txtar.File{
		{Name: "article", Data: []byte("2024-06-20\n甲省甲市\n题\n" + body)},
		{Name: "people", Data: []byte("丙|甲省乙县\n丁|甲省甲市")},
		{Name: "places", Data: []byte("甲省甲市|admin||甲市\n甲省乙县|admin||乙县")},
		{Name: "organizations", Data: []byte("乙县代表团|delegation|甲省乙县|代表团")},
	}}
}

// BenchmarkRead measures text to facts, mentions given, in characters a second. The two sizes show that it is linear.
func BenchmarkRead(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"short", 8}, {"long", 64}} {
		b.Run(size.name, func(b *testing.B) {
			r := build(b, long(size.n))
			chars := len(r.Text.Runes)
			b.ResetTimer()
			for b.Loop() {
				r.Facts = reading.Facts{}
				fact.Read(r)
			}
			b.ReportMetric(float64(chars)*float64(b.N)/b.Elapsed().Seconds(), "chars/s")
		})
	}
}
