package name

import (
	"testing"

	"github.com/baopu/baopu/internal/zh/lexicon"
)

// candidates are the candidates at one offset of a text.
func candidates(text []rune, i int) []Candidate {
	var words lexicon.Index
	words.Add(lexicon.Default(), text)
	var f Finder
	f.Reset(text, &words)
	return f.Append(nil, i, len(text))
}

// best is the best candidate at i of at least score, and false if there is none.
func best(text []rune, i, score int) (Candidate, bool) {
	cs := candidates(text, i)
	if len(cs) == 0 || cs[0].Score < score {
		return Candidate{End: i}, false
	}
	return cs[0], true
}

func TestBest(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		kind             Kind
	}{
		{"two characters given", "钱文涛与代表团", "钱文涛", Han},
		{"one character given", "孟昊等参加", "孟昊", Han},
		{"word behind", "徐立伟分别介绍", "徐立伟", Han},
		{"doubled", "谢薇薇出席", "谢薇薇", Han},
		{"at the end of the text", "陈志强", "陈志强", Han},
		{"two surnames", "范徐丽泰女士", "范徐丽泰", Han},
		{"rare surname", "谌建平说", "谌建平", Han},
		{"layout space", "张　晓，", "张　晓", Han},
		{"compound", "诸葛建军主持", "诸葛建军", Compound},
		{"japanese", "铃木一郎访", "铃木一郎", Japanese},
		{"mongolian", "斯琴毕力格说", "斯琴毕力格", Minority},
		{"mongolian with a surname", "包特木尔出席", "包特木尔", Minority},
		{"tibetan", "洛桑次仁说", "洛桑次仁", Minority},
		{"uyghur", "艾尔肯·吐尼亚孜主持", "艾尔肯·吐尼亚孜", Dotted},
		{"three parts", "安德烈·尼古拉耶维奇·科瓦廖夫出席", "安德烈·尼古拉耶维奇·科瓦廖夫", Dotted},
		{"initials", "J·D·斯托克说", "J·D·斯托克", Dotted},
		{"hyphen", "加西亚-洛佩兹在", "加西亚-洛佩兹", Dotted},
		{"foreign", "科瓦廖夫表示", "科瓦廖夫", Foreign},
		{"monarch", "路易十四世国王", "路易十四世", Foreign},
		{"word", "高度重视", "", 0},
		{"conjunction", "于是", "", 0},
		{"not at a name", "的一行", "", 0},
		{"punctuation", "，张晓", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := []rune(c.text)
			got, ok := best(text, 0, 400)
			name := ""
			if ok {
				name = string(text[:got.End])
			}
			if name != c.want || got.Kind != c.kind {
				t.Errorf("got %q kind %d score %d, want %q kind %d", name, got.Kind, got.Score, c.want, c.kind)
			}
		})
	}
}

func TestWordsStayPossible(t *testing.T) {
	text := []rune("计划的")
	for _, c := range candidates(text, 0) {
		if string(text[:c.End]) == "计划" {
			if c.Score > 100 {
				t.Errorf("计划 scores %d", c.Score)
			}
			return
		}
	}
	t.Error("计划 isn't a candidate, though it begins with a surname")
}

func TestLeftEdge(t *testing.T) {
	text := []rune("会议程序强调")
	if c, ok := best(text, 2, 300); ok {
		t.Errorf("程 of 议程 begins %q, score %d", string(text[2:c.End]), c.Score)
	}
}

func TestSurname(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{{"司马南", 2}, {"张晓", 1}, {"爱新觉罗溥仪", 4}, {"的", 0}, {"", 0}} {
		if got := Surname([]rune(c.text), 0); got != c.want {
			t.Errorf("%s: %d, want %d", c.text, got, c.want)
		}
	}
}

func FuzzCandidates(f *testing.F) {
	f.Add("艾尔肯·吐尼亚孜和J·D·万斯、张　晓")
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		for i := range text {
			sum := 0
			ends := map[int]bool{}
			for _, c := range candidates(text, i) {
				if c.End <= i+1 || c.End > len(text) || ends[c.End] || c.Kind == 0 {
					t.Fatalf("at %d of %q: %+v", i, s, c)
				}
				ends[c.End] = true
				sum += c.Score
			}
			if sum > 1010 {
				t.Fatalf("at %d of %q the scores add up to %d", i, s, sum)
			}
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	text := []rune("钱文涛与代表团一行先后来到规划馆、博物馆等地，孟昊、谢薇薇、诸葛建军等参加考察，科瓦廖夫表示，艾尔肯·吐尼亚孜主持会议。")
	var words lexicon.Index
	words.Add(lexicon.Default(), text)
	var room [24]Candidate
	var f Finder
	b.ReportAllocs()
	for b.Loop() {
		f.Reset(text, &words)
		for i := range text {
			f.Append(room[:0], i, len(text))
		}
	}
	b.ReportMetric(float64(len(text)*b.N)/b.Elapsed().Seconds()/1e6, "Mrune/s")
}
