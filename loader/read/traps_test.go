package read_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/baopu/baopu/internal/zh"
	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/reading"
)

// known lists the cases that the reader still gets wrong, a line `trap/case` each, with the reason behind it.
const known = "testdata/traps/known-failures.txt"

// TestTraps reads the cases of testdata/traps: a file a trap of the genre, written from the annotation guidelines and not from
// what the reader says. A case is an article (paper, home and day; headline or "-"; then the body) and what a careful reader
// finds. Kinds of fact that the want names are compared whole: every line must be found and nothing else of its kind, but for
// lines that begin with "?", on which careful readers differ. "kind none" wants nothing of a kind; * stands for anything.
// The cases of known-failures.txt must still fail, so that the list can't rot.
func TestTraps(t *testing.T) {
	files, err := filepath.Glob("testdata/traps/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d traps: %v", len(files), err)
	}
	failing, seen := knownFailures(t), map[string]bool{}
	for _, name := range files {
		trap := strings.TrimSuffix(filepath.Base(name), ".txtar")
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Files) < 6 {
			t.Errorf("%s has %d cases, want three at least", trap, len(a.Files)/2)
		}
		for pair := range slices.Chunk(a.Files, 2) {
			id := trap + "/" + pair[0].Name
			t.Run(id, func(t *testing.T) {
				if len(pair) != 2 || pair[1].Name != "want "+pair[0].Name {
					t.Fatal("each case is an article and its want file")
				}
				wrong := judge(lines(pair[1].Data), found(t, lines(pair[0].Data)))
				if failing[id] && len(wrong) == 0 {
					t.Errorf("read well now: take it off %s", known)
				}
				if !failing[id] && len(wrong) > 0 {
					t.Error("\n" + strings.Join(wrong, "\n"))
				}
			})
			seen[id] = true
		}
	}
	for id := range failing {
		if !seen[id] {
			t.Errorf("%s names %s, which is no case", known, id)
		}
	}
}

func knownFailures(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(known)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, line := range lines(data) {
		if id, _, _ := strings.Cut(line, " "); id != "" && !strings.HasPrefix(line, "#") {
			out[id] = true
		}
	}
	return out
}

func lines(data []byte) []string { return strings.Split(strings.TrimSpace(string(data)), "\n") }

// found reads an article and lists its facts, and what was left unresolved, a line each.
func found(t *testing.T, text []string) []string {
	t.Helper()
	head := strings.Fields(text[0])
	if len(head) != 3 || len(text) < 3 {
		t.Fatalf("want `paper home day`, a headline and a body, not %q", text[0])
	}
	a := &article.Article{Publication: head[0], PublicationPlace: strings.Trim(head[1], "-"), PublishedAt: head[2], Title: strings.Trim(text[1], "-")}
	a.Body = strings.Join(text[2:], "\n")
	if err := document.Complete(a); err != nil {
		t.Fatal(err)
	}
	r := read.Article(a)
	out := list(facts.From(r))
	for _, m := range r.Marks {
		out = append(out, "mark "+string(m.Kind))
	}
	for _, u := range r.Unresolved {
		out = append(out, fmt.Sprintf("unresolved %s %s %s", u.Kind, r.Text.Slice(u.Start, u.End), u.Reason))
	}
	return out
}

func list(f facts.Facts) []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, strings.TrimSpace(fmt.Sprintf(format, args...))) }
	for _, p := range f.Persons {
		var posts []string
		for _, q := range p.Posts {
			if !q.Optional {
				posts = append(posts, post(q))
			}
		}
		add("person %s%s", p.Name, strings.Join(posts, ""))
	}
	for _, p := range f.Places {
		add("place %s %s", p.Name, p.Type)
	}
	for _, o := range f.Organizations {
		add("organization %s %s", o.Name, o.Type)
	}
	for _, a := range f.Agreements {
		count, parties := "", slices.SortedFunc(slices.Values(a.Parties), func(x, y string) int { return strings.Compare(zh.Key(x), zh.Key(y)) })
		if a.Count != nil && *a.Count > 1 {
			count = fmt.Sprintf(" | %d", *a.Count)
		}
		add("agreement %s | %s | %s | %s%s", a.Title, strings.Join(parties, "、"), a.Date, a.Status, count)
	}
	for _, e := range f.Events {
		if e.Type == string(reading.Activity) {
			continue // free
		}
		span := string(e.Start)
		if e.End != "" {
			span += ".." + string(e.End)
		}
		var who []string
		for _, p := range e.Participants {
			who = append(who, p.Name+" "+string(p.Role))
		}
		add("event %s %s @%s: %s", e.Type, span, e.Place, strings.Join(who, ", "))
	}
	for _, s := range f.Statistics {
		add("statistic %s %s %s | %s | %s", s.Indicator, s.Value, s.Unit, s.Subject, s.Change)
	}
	for _, s := range f.Speakers {
		add("speaker %s", s)
	}
	return out
}

func post(q facts.Post) string {
	s := " | " + string(q.Title)
	if q.Place != "" {
		s += " @" + string(q.Place)
	}
	if q.Org != "" {
		s += " #" + string(q.Org)
	}
	if q.Status != "current" {
		s += " " + string(q.Status)
	}
	return s
}

// judge lists what of want is missing in got, and what of the kinds that want names is too much.
func judge(want, got []string) []string {
	kinds := map[string]bool{}
	var must, may []*regexp.Regexp
	for _, w := range want {
		w, free := strings.CutPrefix(w, "?")
		kind, rest, _ := strings.Cut(w, " ")
		kinds[kind] = true
		if rest == "none" {
			continue
		}
		re := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(w), `\*`, ".*") + "$")
		if free {
			may = append(may, re)
		} else {
			must = append(must, re)
		}
	}
	var wrong []string
	left := slices.Clone(got)
	for _, re := range must {
		i := slices.IndexFunc(left, re.MatchString)
		if i < 0 {
			wrong = append(wrong, "- "+re.String())
			continue
		}
		left = slices.Delete(left, i, i+1)
	}
	for _, g := range left {
		kind, _, _ := strings.Cut(g, " ")
		if kinds[kind] && !slices.ContainsFunc(may, func(re *regexp.Regexp) bool { return re.MatchString(g) }) {
			wrong = append(wrong, "+ "+g)
		}
	}
	return wrong
}

func TestJudge(t *testing.T) {
	got := []string{"person 甲 | 市长", "place 乙县 admin", "speaker 甲"}
	for _, c := range []struct {
		want  string
		wrong int
	}{
		{"person 甲 | 市长", 0},
		{"person 甲", 2},
		{"person 甲 | *\nplace none", 1},
		{"place 乙县 admin\nspeaker 甲", 0},
		{"?place 乙县 admin\n?place 丙县 admin", 0},
		{"event none", 0},
		{"speaker 乙", 2},
		{"speaker 甲\nspeaker 甲", 1},
	} {
		if wrong := judge(lines([]byte(c.want)), got); len(wrong) != c.wrong {
			t.Errorf("%q: %q", c.want, wrong)
		}
	}
}
