package gazetteer

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/zh"
)

func paths(cs []Candidate, date string) []string {
	var out []string
	for _, c := range cs {
		if c.Place.ValidAt(date) {
			out = append(out, c.Place.PathAt(date))
		}
	}
	slices.Sort(out)
	return out
}

func TestLongest(t *testing.T) {
	for _, c := range []struct {
		name, text, date string
		length           int
		want             []string
	}{
		{"full", "乌海市领导", "2025", 3, []string{"内蒙古自治区乌海市"}},
		{"short", "乌海的冬天", "2025", 2, []string{"内蒙古自治区乌海市"}},
		{"chain", "北京东城区党政代表团", "2025", 5, []string{"北京市东城区"}},
		{"chain of three", "内蒙古自治区乌海市海勃湾区", "2025", 13, []string{"内蒙古自治区乌海市海勃湾区"}},
		{"chain that leaves one out", "河北正定县", "2025", 5, []string{"河北省石家庄市正定县"}},
		{"peoples left out", "恩施", "2025", 2, []string{"湖北省恩施土家族苗族自治州", "湖北省恩施土家族苗族自治州恩施市"}},
		{"two levels of one name", "海南区", "2025", 3, []string{"内蒙古自治区乌海市海南区"}},
		{"ambiguous", "鼓楼区", "2025", 3, []string{
			"江苏省南京市鼓楼区", "江苏省徐州市鼓楼区", "河南省开封市鼓楼区", "福建省福州市鼓楼区",
		}},
		{"abolished", "三明市梅列区", "2011-01-29", 6, []string{"福建省三明市梅列区"}},
		{"county before it was a district", "沙县", "2011-01-29", 2, []string{"福建省三明市沙县"}},
		{"district that was a county", "沙县", "2022", 2, []string{"福建省三明市沙县区"}},
		{"renamed prefecture", "襄樊市保康县", "2008", 6, []string{"湖北省襄樊市保康县"}},
		{"township", "鄂托克旗蒙西镇", "2025", 7, []string{"内蒙古自治区鄂尔多斯市鄂托克旗蒙西镇"}},
		{"municipality's county", "重庆市城口县", "2025", 6, []string{"重庆市城口县"}},
		{"county under its province", "海南省琼海市", "2025", 6, []string{"海南省琼海市"}},
		{"contraction", "科右前旗", "2025", 4, []string{"内蒙古自治区兴安盟科尔沁右翼前旗"}},
		{"autonomous county every day", "岫岩县", "2024", 3, []string{"辽宁省鞍山市岫岩满族自治县"}},
		{"country", "俄罗斯联邦", "2025", 5, []string{"俄罗斯"}},
		{"none", "领导", "2025", 0, nil},
		{"end of text", "乌", "2025", 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			cs, end := Default().Longest([]rune(c.text), 0)
			if end != c.length {
				t.Errorf("end = %d, want %d", end, c.length)
			}
			if d := cmp.Diff(c.want, paths(cs, c.date)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestMatches(t *testing.T) {
	var got []string
	for m := range Default().Matches([]rune("吉林市昌邑区"), 0) {
		got = append(got, string([]rune("吉林市昌邑区")[:m.End]))
	}
	if d := cmp.Diff([]string{"吉林", "吉林市", "吉林市昌邑", "吉林市昌邑区"}, got); d != "" {
		t.Error(d)
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		name string
		want Form
	}{
		{"乌海市", Full},
		{"乌海", Short},
		{"和平", Short | Common},
		{"城区", Common},
		{"呼市", Short},
	} {
		t.Run(c.name, func(t *testing.T) {
			cs := Default().Named(c.name)
			if len(cs) == 0 || cs[0].Form != c.want {
				t.Errorf("%v, want form %d", cs, c.want)
			}
		})
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"乌海", "内蒙古自治区乌海市"},
		{"乌海市", "内蒙古自治区乌海市"},
		{"内蒙古自治区乌海市", "内蒙古自治区乌海市"},
		{"内蒙古乌海", "内蒙古自治区乌海市"},
		{"烏海市", "内蒙古自治区乌海市"},
		{"北京东城区", "北京市东城区"},
		{"海南", "海南省"},
		{"吉林", "吉林省"},
		{"吉林市", "吉林省吉林市"},
		{"朝阳", "辽宁省朝阳市"},
		{"朝阳市", "辽宁省朝阳市"},
		{"延边", "吉林省延边朝鲜族自治州"},
		{"延边州", "吉林省延边朝鲜族自治州"},
		{"大理", "云南省大理白族自治州"},
		{"襄樊", "湖北省襄樊市"},
		{"鄂托克旗", "内蒙古自治区鄂尔多斯市鄂托克旗"},
		{"三沙", "海南省三沙市"},
		{"香港", "香港特别行政区"},
		{"台湾", "台湾省"},
		{"中国", "中国"},
		{"鼓楼区", ""},
		{"没有这个地方", ""},
		{"", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			if p, ok := Default().Resolve(c.name); ok {
				got = p.Path()
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTime(t *testing.T) {
	g := Default()
	old := g.ByPath("福建省三明市梅列区")
	if old == nil || old.To != "2021-02-03" {
		t.Fatalf("梅列区: %+v", old)
	}
	if got := old.Successor().Path(); got != "福建省三明市三元区" {
		t.Errorf("successor %s", got)
	}
	if old.ValidAt("") || old.ValidAt("2022") || !old.ValidAt("2011-01-29") || !old.ValidAt("2021") {
		t.Error("梅列区 is valid at the wrong times")
	}
	if p := g.ByPath("湖北省襄樊市"); p == nil || p.Successor().Path() != "湖北省襄阳市" {
		t.Errorf("襄樊市: %+v", p)
	}
	if p := g.ByPath("河北省承德市平泉县"); p == nil || p.Successor() == nil || p.Successor().Path() != "河北省承德市平泉市" {
		t.Errorf("平泉县: %+v", p)
	}
	if p := g.ByPath("湖北省襄阳市保康县"); p == nil || p.PathAt("2008") != "湖北省襄樊市保康县" {
		t.Errorf("保康县: %v", p)
	}
}

func TestChoose(t *testing.T) {
	g := Default()
	for _, c := range []struct{ name, home, want string }{
		{"鼓楼区", "福建省福州市", "福建省福州市鼓楼区"},
		{"海南", "内蒙古自治区乌海市海勃湾区", "海南省"},
		{"海南区", "上海市", "内蒙古自治区乌海市海南区"},
		{"鼓楼区", "福建省三明市", "福建省福州市鼓楼区"},
		{"鼓楼区", "西藏自治区", ""},
		{"新华街道", "内蒙古自治区乌海市", "内蒙古自治区乌海市海勃湾区新华街道"},
		{"前旗", "内蒙古自治区巴彦淖尔市", "内蒙古自治区巴彦淖尔市乌拉特前旗"},
		{"朝阳区", "北京市", "北京市朝阳区"},
		{"恩施", "", "湖北省恩施土家族苗族自治州"},
	} {
		t.Run(c.name+" "+c.home, func(t *testing.T) {
			var context []*Place
			if p := g.ByPath(c.home); p != nil {
				context = append(context, p)
			}
			got := ""
			if p, ok := g.Choose(g.Named(c.name), "2024-05-01", context...); ok {
				got = p.Path()
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestChainsOfWords(t *testing.T) {
	for text, want := range map[string]int{
		"天津和平": 4, "河北新华": 2, "中国前进": 2, "中国北京": 4, "美国纽约": 4, "北京朝阳": 4, "中国合作": 2,
	} {
		if _, end := Default().Longest([]rune(text), 0); end != want {
			t.Errorf("%s ends at %d, want %d", text, end, want)
		}
	}
}

func TestBelow(t *testing.T) {
	g := Default()
	county := g.ByPath("云南省昭通市镇雄县")
	p, end := g.Township([]rune("以勒、罗坎"), 0, county)
	if p == nil || p.Name != "以勒镇" || end != 2 {
		t.Errorf("got %v up to %d", p, end)
	}
	if p, _ := g.Township([]rune("以勒"), 0, g.ByPath("云南省昭通市")); p != nil {
		t.Errorf("a prefecture's township: %v", p)
	}
}

// Names of a later stretch stand where they do in the whole text.
func TestIndexOfStretches(t *testing.T) {
	var x Index
	for _, stretch := range []string{"乌海市的", "南昌市。"} {
		x.Add(Default(), foldRunes(stretch))
	}
	if x.Named(4, 7) == nil || x.Named(0, 3) == nil {
		t.Fatal("a name is missing")
	}
	for i := range 8 {
		for _, w := range x.at(i) {
			if int(w.Start) != i || int(w.End) <= i {
				t.Errorf("at %d a name from %d to %d", i, w.Start, w.End)
			}
		}
	}
}

func TestLetter(t *testing.T) {
	var got []string
	for _, p := range Default().Letter('蒙') {
		got = append(got, p.Path())
	}
	if d := cmp.Diff([]string{"蒙古国", "内蒙古自治区"}, got); d != "" {
		t.Error(d)
	}
	if Default().Letter('的') != nil {
		t.Error("的 stands for a place")
	}
}

func TestInitial(t *testing.T) {
	for _, c := range []struct {
		of   rune
		want Level
	}{{'渝', County}, {'昆', Prefecture}, {'江', Province}, {'的', NoLevel}} {
		t.Run(string(c.of), func(t *testing.T) {
			if got := Default().Initial(c.of); got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

// Every name must be found in the form in which texts are folded, and every path must lead back.
func TestTables(t *testing.T) {
	g := Default()
	for i := range g.places {
		p := &g.places[i]
		if p.Kind == 0 || p.Level > Township || p.Name == "" {
			t.Fatalf("row %d: %+v", i, p)
		}
		if !slices.ContainsFunc(g.Named(p.Name), func(c Candidate) bool { return c.Place == p && !c.Form.Has(Short) }) {
			t.Errorf("%s %s isn't found by its own name", p.Code, p.Name)
		}
		if p.Level == Township {
			continue
		}
		if q := g.ByPath(p.Path()); q == nil || q.Path() != p.Path() {
			t.Errorf("%s: path %s leads to %v", p.Code, p.Path(), q)
		}
	}
	for n := range g.index.names.Len() {
		name := string(g.index.names.Word(n))
		if folded := string(zh.FoldRunes(name)); folded != name {
			t.Errorf("name %q folds to %q", name, folded)
		}
	}
}

func FuzzLongest(f *testing.F) {
	f.Add("内蒙古自治区乌海市海勃湾区千里山镇")
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		for i := range text {
			cs, end := Default().Longest(text, i)
			if (cs == nil) != (end == i) || end > len(text) {
				t.Fatalf("at %d: %d candidates, end %d of %d", i, len(cs), end, len(text))
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		decode()
	}
}

func BenchmarkLongest(b *testing.B) {
	g := Default()
	text := []rune("北京市东城区党政代表团赴内蒙古自治区乌海市考察，双方举行座谈会，签署全面合作框架协议。代表团一行先后来到海勃湾区、" +
		"当代中国书法艺术馆等地，实地了解城市规划、文化旅游和生态建设情况。会上，双方就进一步深化京蒙协作进行了交流。")
	b.ReportAllocs()
	for b.Loop() {
		for i := range text {
			g.Longest(text, i)
		}
	}
	b.ReportMetric(float64(len(text)*b.N)/b.Elapsed().Seconds()/1e6, "Mrune/s")
}

// What lasts lies in what lasts: a misprint of one revision (荷泽市) is nobody's parent today.
func TestDivisionsOfTodayLieInDivisionsOfToday(t *testing.T) {
	g := Default()
	for i := range g.places {
		if p := &g.places[i]; p.Kind == Division && p.ValidAt("") && p.parent != nil && !p.parent.ValidAt("") {
			t.Errorf("%s lies in %s, which is no more", p.Path(), p.parent.Name)
		}
	}
	if g.ByPath("山东省菏泽市郓城县") == nil {
		t.Error("no 山东省菏泽市郓城县")
	}
}
