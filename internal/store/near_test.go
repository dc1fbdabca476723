package store_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/graph"
	"github.com/baopu/baopu/internal/alike"
	"github.com/baopu/baopu/internal/kg"
	"github.com/baopu/baopu/internal/store"
	"github.com/baopu/baopu/internal/store/neo4j/neotest"
	"github.com/baopu/baopu/loader"
)

// The sentences of a piece of wire copy.
const (
	lead    = "青岭省水利厅4日介绍，横贯青岭南北的引沧济岚工程主体隧洞当天全线贯通，比原定工期提前了四十七天。"
	intake  = "工程自沧河上游的白石滩取水，经十一座隧洞和六座渡槽，把水送到岚水流域的二十九个缺水乡镇。"
	amount  = "据设计单位测算，建成后每年可调水3.6亿立方米，沿线一百四十万人喝水难的问题将得到解决。"
	hardest = "施工最难的是七号隧洞，那里岩层破碎、涌水量大，工人们每天只能向前推进不到两米。"
	quoted  = "项目总工程师阮承志说：“最紧张的时候，三台水泵日夜不停，一停水就漫过膝盖，谁也不敢合眼，谁也不敢离开掌子面半步。”"
	pipes   = "青岭省还将在受水区同步改造老旧管网，计划用两年时间把漏损率降到百分之九以下。"
	next    = "下一步，工程将转入衬砌和机电安装阶段，预计明年汛期前具备通水条件。"
)

// wire is the copy as papers print it.
var wire = []struct{ paper, day, title, body string }{
	{"沧州湾日报", "2025-03-05", "引沧济岚工程主体隧洞全线贯通", "新华社青岭3月4日电（记者闻山、许河）" + strings.Join([]string{lead, intake, amount, hardest, quoted, pipes, next}, "\n")},
	// to the letter: the same text
	{"白石日报", "2025-03-05", "引沧济岚隧洞贯通", "新华社青岭3月4日电（记者闻山、许河）" + strings.Join([]string{lead, intake, amount, hardest, quoted, pipes, next}, "\n")},
	// cut, retitled, in two paragraphs, in other characters
	{"岚水晚报", "2025-03-06", "沿线百四十万人喝水有盼头", "據新華社電　" + strings.NewReplacer("4日介绍", "４日介紹", "贯", "貫", "当天", "當天").Replace(lead) + intake + strings.ReplaceAll(amount, "3.6亿", "３．６亿") + "\n" + next},
	// cut, with two sentences made one and a sentence of its own
	{"青岭商报", "2025-03-07", "渡槽送水到二十九个乡镇", "好消息传来。" + strings.TrimSuffix(intake, "。") + "，" + amount + "本报记者昨天走访了三个乡镇，村口都已经挖好了埋管的沟。" + next},
	// a quotation alone, in a text of its own
	{"工地报", "2025-03-06", "掌子面上的一百天", "腊月里记者走进工地，看见的是满身泥水的工人和一排排还没来得及收拾的安全帽。" + quoted + "老阮的家在三百公里外的山城，女儿去年考上了大学，他只在电话里听她念过录取通知书。"},
	// the cut text again, when it is no news any more
	{"旧闻周报", "2025-04-05", "回看引沧济岚", lead + intake + amount + next},
	// of the same days and as long, but another matter
	{"青岭商报", "2025-03-06", "春茶开采", "云雾镇的三千亩高山茶园昨天开采，比往年早了将近一个星期，茶农们天不亮就上了山。今年采茶工的工钱涨到每天一百八十元，镇里还请来了邻县的两百多名采茶能手。"},
}

// printed is a record of an article as a paper prints it.
func printed(paper, day, title, body string) map[string]string {
	return map[string]string{"publication": paper, "publicationPlace": "山东省青岛市", "publishedAt": day, "page": "1", "title": title, "body": body}
}

// loadPrinted loads the records into s, and answers their articles by title.
func loadPrinted(t *testing.T, s kg.Store, records []map[string]string) map[string]*kg.Article {
	t.Helper()
	var lines bytes.Buffer
	for _, r := range records {
		if err := json.NewEncoder(&lines).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "printed.jsonl")
	if err := os.WriteFile(file, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if rep, err := loader.Load(t.Context(), s, []string{file}, loader.Options{}); err != nil || len(rep.Failed) > 0 {
		t.Fatal(rep, err)
	}
	page, err := s.List(t.Context(), kg.NodeQuery{Kind: kg.ArticleKind, Page: kg.Page{First: kg.MaxPage}})
	if err != nil || len(page.Nodes) != len(records) {
		t.Fatalf("%d articles of %d, %v", len(page.Nodes), len(records), err)
	}
	out := map[string]*kg.Article{}
	for _, n := range page.Nodes {
		out[n.(*kg.Article).Title] = n.(*kg.Article)
	}
	return out
}

// nears are the near reprints of an article as "title, per mille of the shorter text, sentences".
func nears(t *testing.T, s kg.Reader, a *kg.Article, knownAt kg.Date) []string {
	t.Helper()
	all, err := alike.To(t.Context(), s, a, knownAt)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range all {
		out = append(out, fmt.Sprintf("%s, %d, %d", n.Article.Title, n.Share, n.Shared))
	}
	return out
}

// Wire copy that another paper cut, gave another title and paragraphed anew is found from either side; what only quotes the
// same, was printed weeks later, is another matter or the same text to the letter is not. In SQLite always, in Neo4j where
// a server is named.
func TestNearReprints(t *testing.T) {
	stores := map[string]func() kg.Store{"SQLite": func() kg.Store {
		s, err := store.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "s.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}}
	if url, ok := neotest.URL(t); ok {
		stores["Neo4j"] = func() kg.Store { return neotest.Open(t, url) }
	}
	for name, open := range stores {
		t.Run(name, func(t *testing.T) {
			s := open()
			var records []map[string]string
			for _, w := range wire {
				records = append(records, printed(w.paper, w.day, w.title, w.body))
			}
			articles := loadPrinted(t, s, records)
			for _, c := range nearCases {
				if d := cmp.Diff(c.want, nears(t, s, articles[c.of], c.knownAt)); d != "" {
					t.Errorf("%s, known at %q: -want +got\n%s", c.of, c.knownAt, d)
				}
			}
			nearAnswers(t, s, articles["引沧济岚工程主体隧洞全线贯通"].ID)
		})
	}
}

var nearCases = []struct {
	of      string
	knownAt kg.Date
	want    []string
}{
	{of: "引沧济岚工程主体隧洞全线贯通", want: []string{"沿线百四十万人喝水有盼头, 1000, 4", "渡槽送水到二十九个乡镇, 666, 2"}},
	{of: "引沧济岚工程主体隧洞全线贯通", knownAt: "2025-03-06", want: []string{"沿线百四十万人喝水有盼头, 1000, 4"}},
	{of: "沿线百四十万人喝水有盼头", want: []string{"引沧济岚隧洞贯通, 1000, 4", "引沧济岚工程主体隧洞全线贯通, 1000, 4", "渡槽送水到二十九个乡镇, 666, 2"}},
	{of: "渡槽送水到二十九个乡镇", want: []string{"引沧济岚隧洞贯通, 666, 2", "引沧济岚工程主体隧洞全线贯通, 666, 2", "沿线百四十万人喝水有盼头, 666, 2"}},
	{of: "掌子面上的一百天"},
	{of: "回看引沧济岚"},
	{of: "春茶开采"},
}

// nearAnswers asks in GraphQL, and counts the statements.
func nearAnswers(t *testing.T, s kg.Store, of kg.ID) {
	t.Helper()
	const most = 5*4 + 5 // four for a phrase; the article, the paper and what is known of it, the counters
	ctx, counter := store.CountStatements(t.Context())
	raw, err := graph.Execute(ctx, s, `query($id: ID) {article(id: $id, knownAt: "2025-03-06") {nearReprints {share sentences sentence by: article {published newspaper {name}}}}}`, map[string]any{"id": of}, "")
	if err != nil {
		t.Fatal(err)
	}
	want := `{"data":{"article":{"nearReprints":[{"share":1,"sentences":4,"sentence":"青岭省水利厅４日介紹，横貫青岭南北的引沧济岚工程主体隧洞當天全线貫通，比原定工期提前了四十七天",` +
		`"by":{"published":"2025-03-06","newspaper":{"name":"岚水晚报"}}}]}}}`
	if d := cmp.Diff(want, string(raw)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
	if counter.N() == 0 || counter.N() > most {
		t.Errorf("%d statements, want %d at most", counter.N(), most)
	}
}

// cuts are the i-th article as one paper prints it, and as three others cut it; nil where three sentences wouldn't be left,
// of which two may be all that is shared, and one cut through.
func cuts(i int, body string) []map[string]string {
	sentences := strings.SplitAfter(strings.ReplaceAll(body, "\n", ""), "。")
	n := len(sentences)
	if n < 5 {
		return nil
	}
	var some []string // every other one, the first among them
	for j := 0; j < n; j += 2 {
		some = append(some, sentences[j])
	}
	day := func(n int) string { return fmt.Sprintf("2025-03-%02d", 1+i%7+n) }
	return []map[string]string{
		printed("甲报", day(0), fmt.Sprintf("%d whole", i), body),
		printed("乙报", day(1), fmt.Sprintf("%d begun", i), strings.Join(sentences[:max(3, n/3)], "")),
		printed("丙报", day(2), fmt.Sprintf("%d most", i), strings.Join(sentences[:n*2/3], "\n")),
		printed("丁报", day(3), fmt.Sprintf("%d some", i), strings.Join(some, "")),
	}
}

// Of real articles, what another paper cut is found, by three ways to cut, and nothing else: no article is near another
// one's print.
func TestNearReprintsOfGold(t *testing.T) {
	s, err := store.Open(t.Context(), "sqlite::memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var printings []map[string]string
	for i, file := range records(t, unchanged) {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var a struct{ Body string }
		if err := json.Unmarshal(raw, &a); err != nil {
			t.Fatal(err)
		}
		printings = append(printings, cuts(i, a.Body)...)
	}
	articles := loadPrinted(t, s, printings)
	found, wanted := 0, 0
	for title, a := range articles {
		nr, _, _ := strings.Cut(title, " ")
		near := nears(t, s, a, "")
		for _, n := range near {
			if !strings.HasPrefix(n, nr+" ") {
				t.Errorf("%s is near %s", title, n)
			}
		}
		if whole := articles[nr+" whole"]; a.Cluster != whole.Cluster {
			wanted++
			if slices.ContainsFunc(near, func(n string) bool { return strings.HasPrefix(n, whole.Title+",") }) {
				found++
			}
		}
	}
	t.Logf("%d of %d cut prints found", found, wanted)
	if wanted < 50 || found < wanted*98/100 {
		t.Errorf("%d of %d cut prints found", found, wanted)
	}
}
