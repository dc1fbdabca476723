package credit_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/credit"
)

func by(role article.Role, names ...string) []article.Byline {
	var out []article.Byline
	for _, n := range names {
		out = append(out, article.Byline{Name: n, Role: role})
	}
	return out
}

func TestLine(t *testing.T) {
	cases := []struct {
		in   string
		want []article.Byline
	}{
		{"本报记者 王大明", by(article.Reporter, "王大明")},
		{"本报记者 王　明 通讯员 李小红", append(by(article.Reporter, "王明"), by(article.Correspondent, "李小红")...)},
		{"本报评论员", by(article.Author, "本报评论员")},
		{"新华社评论员", by(article.Author, "新华社评论员")},
		{"市民 赵小兰", by(article.Author, "赵小兰")},
		{"王大明 摄", by(article.Photographer, "王大明")},
		{"本报记者 古丽娜尔·买买提", by(article.Reporter, "古丽娜尔·买买提")},
		{"□本报记者 王大明 李小红", by(article.Reporter, "王大明", "李小红")},
		{"全媒体记者 王大明 文/图", append(by(article.Reporter, "王大明"), by(article.Photographer, "王大明")...)},
		{"记者 王大明通讯员 李小红", append(by(article.Reporter, "王大明"), by(article.Correspondent, "李小红")...)},
		{"本报记者 王大明文/图", append(by(article.Reporter, "王大明"), by(article.Photographer, "王大明")...)},
		{"特约通讯员 王大明", by(article.Correspondent, "王大明")},
		{"□闻远", by(article.Author, "闻远")},
		{"○ 王 明", by(article.Author, "王明")},
		{"□百姓故事", nil},
		{"居民不再围着炉子取暖，", nil},
		{"市政府召开会议", nil},
		{"记者从市水利局获悉", nil},
		{"产品研发与推广、场馆展览展示、文", nil},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			got, ok := credit.Line(c.in)
			if diff := cmp.Diff(c.want, got); diff != "" || ok != (c.want != nil) {
				t.Errorf("%v %s", ok, diff)
			}
		})
	}
}

// TestParse: who made what, in the forms in which papers say it.
func TestParse(t *testing.T) {
	const r, c, p, a, e = article.Reporter, article.Correspondent, article.Photographer, article.Author, article.Editor
	cases := []struct {
		in   string
		def  article.Role
		want []article.Byline
	}{
		{"记者 王大明 李 红 图/赵 亮", r, append(by(r, "王大明", "李红"), by(p, "赵亮")...)},
		{"记者 王大明 摄影 赵亮", r, append(by(r, "王大明"), by(p, "赵亮")...)},
		{"记者 王大明/文 赵亮/摄", r, append(by(r, "王大明"), by(p, "赵亮")...)},
		{"文/本报记者 王大明 图/赵亮", c, append(by(r, "王大明"), by(p, "赵亮")...)},
		{"文/王大明 图/赵亮 一审：李红 二审：周平 三审：吴江", c, append(append(by(a, "王大明"), by(p, "赵亮")...), by(e, "李红", "周平", "吴江")...)},
		{"文丨王大明 图丨记者 赵亮", c, append(by(a, "王大明"), by(p, "赵亮")...)},
		{"图/文：本报记者 王大明", c, append(by(r, "王大明"), by(p, "王大明")...)},
		{"撰文：王大明 摄影：赵亮", c, append(by(a, "王大明"), by(p, "赵亮")...)},
		{"王大明 文 赵亮 图", c, append(by(a, "王大明"), by(p, "赵亮")...)},
		{"本报记者 王大明 赵亮 摄影报道", a, append(by(r, "王大明", "赵亮"), by(p, "王大明", "赵亮")...)},
		{"王大明 摄影报道", p, by(p, "王大明")},
		{"记者 王大明 通讯员 李红 文/图", r, append(append(by(r, "王大明"), by(c, "李红")...), by(p, "王大明", "李红")...)},
		{"李红 记者 王大明", r, append(by(c, "李红"), by(r, "王大明")...)},
		{"王大明 通讯员 李红", r, append(by(r, "王大明"), by(c, "李红")...)},
		{"记者 王大明 报道组 李红", r, append(by(r, "王大明"), by(c, "李红")...)},
		{"东山县融媒体中心 王大明 李红", c, by(r, "王大明", "李红")},
		{"东山县融媒体中心 记者/王大明 摄影/赵 亮", c, append(by(r, "王大明"), by(p, "赵亮")...)},
		{"东山县融媒体中心记者 王大明", c, by(r, "王大明")},
		{"总台央视记者 王大明 李红", c, by(r, "王大明", "李红")},
		{"县委宣传部 李红", c, by(c, "李红")},
		{"记者 王大明 通讯员 县委宣传部 李红", r, append(by(r, "王大明"), by(c, "李红")...)},
		{"来源：东山县融媒体中心 记者：王大明 编辑：李红 校对：周平 编审：吴江", a, append(by(r, "王大明"), by(e, "李红", "吴江")...)},
		{"本报记者 王大明 摄", p, by(p, "王大明")},
		{"记者 左 文 实习生 池 塘", r, by(r, "左文", "池塘")},
		{"图片由蓝 天摄", c, by(p, "蓝天")},
		{"图片由 王大明 摄", c, by(p, "王大明")},
		{"特派记者 王大明 发自巴黎", c, by(r, "王大明")},
		{"图片由受访者提供", c, nil},
		{"受访者供图", c, nil},
		{"作者单位：市社科联", c, nil},
		{"张来源 摄", c, by(p, "张来源")},
		{"成县融媒体记者 罗斌", c, by(r, "罗斌")},
		{"县法院通讯员 李红", r, by(c, "李红")},
		{"王 摄", c, nil},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			got := credit.Parse(c.in, c.def)
			if diff := cmp.Diff(c.want, got.Bylines); diff != "" || got.Rest != (c.want == nil) {
				t.Errorf("rest %v %s", got.Rest, diff)
			}
		})
	}
}

func TestCaption(t *testing.T) {
	cases := []struct {
		in, caption string
		want        []article.Byline
	}{
		{"图为游客在公园赏花。 （王大明 摄）", "图为游客在公园赏花。 ", by(article.Photographer, "王大明")},
		{"图为游客在公园赏花。　本报记者 王大明 摄", "图为游客在公园赏花。", by(article.Photographer, "王大明")},
		{"孩子们在冰面上玩耍 李小红 摄", "孩子们在冰面上玩耍 ", by(article.Photographer, "李小红")},
		{"图①：工人（右）在检修。 王大明 李小红 摄", "图①：工人（右）在检修。", by(article.Photographer, "王大明", "李小红")},
		{"市民在公园拍摄", "", nil},
		{"“桥通了。” 本报记者 王大明 文/图", "", nil},
		{"他说，那是他拍的图", "", nil},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			n, got, ok := credit.Caption(c.in)
			if diff := cmp.Diff(c.want, got); diff != "" || ok != (c.want != nil) || string([]rune(c.in)[:n]) != c.caption {
				t.Errorf("%q %v %s", string([]rune(c.in)[:n]), ok, diff)
			}
		})
	}
}

func TestClosing(t *testing.T) {
	cases := []struct {
		in   string
		want []article.Byline
	}{
		{"受到老人们欢迎。（王明）", by(article.Correspondent, "王明")},
		{"受到老人们欢迎。（王　明 李小红）", by(article.Correspondent, "王明", "李小红")},
		{"（古丽娜尔 文 买买提·艾力 图）", append(by(article.Author, "古丽娜尔"), by(article.Photographer, "买买提·艾力")...)},
		{"欢迎市民参观。（市文旅局）", nil},
		{"欢迎市民参观。（上接第一版）", nil},
		{"他喊她“阿娜”（妈妈）", nil},
		{"办法开始施行。（试行）", nil},
		{"没有括号。", nil},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			_, got, ok := credit.Closing(c.in)
			if c.want == nil && !ok {
				return
			}
			if diff := cmp.Diff(c.want, got); diff != "" || !ok {
				t.Errorf("%v %s", ok, diff)
			}
		})
	}
}

func TestReadLede(t *testing.T) {
	cases := []struct {
		in   string
		want credit.Lede
		ok   bool
	}{
		{"本报讯（记者 王明）昨日，", credit.Lede{Len: 10, Bylines: by(article.Reporter, "王明")}, true},
		{"本报讯 （记者王明 通讯员 李　红） 昨日，", credit.Lede{Len: 19, Bylines: append(by(article.Reporter, "王明"), by(article.Correspondent, "李红")...)}, true},
		{"新华社北京2月24日电 2月24日下午，", credit.Lede{Len: 12, Agency: "新华社", Place: "北京", Month: 2, Day: 24}, true},
		{"新华社北京2月15日电（记者 王明）商务", credit.Lede{Len: 18, Agency: "新华社", Place: "北京", Month: 2, Day: 15, Bylines: by(article.Reporter, "王明")}, true},
		{"本报11月5日讯（记者 王　明）", credit.Lede{Len: 16, Month: 11, Day: 5, Bylines: by(article.Reporter, "王明")}, true},
		{"本报东山县讯（记者 王明）", credit.Lede{Len: 13, Place: "东山县", Bylines: by(article.Reporter, "王明")}, true},
		{"本报讯 记者王明、李红 1月20日，", credit.Lede{Len: 12, Bylines: by(article.Reporter, "王明", "李红"), Reports: true}, true},
		{"本报讯 记者王明报道：昨日，", credit.Lede{Len: 11, Bylines: by(article.Reporter, "王明"), Reports: true}, true},
		{"本报讯 记者从市水利局1月20日获悉，", credit.Lede{Len: 4}, true},
		{"本报讯 记者获悉今天上午座谈会举行。", credit.Lede{Len: 4}, true},
		{"本报讯 记者走访发现3家超市涨价。", credit.Lede{Len: 4}, true},
		{"东山日报讯（通讯员 王明）", credit.Lede{Len: 13, Bylines: by(article.Correspondent, "王明")}, true},
		{"本报记者从市水利局获悉，讯号", credit.Lede{}, false},
		{"本报2月3日至2月9日休刊七天", credit.Lede{}, false},
		{"市政府昨日召开会议", credit.Lede{}, false},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			got, ok := credit.ReadLede([]rune(c.in))
			if diff := cmp.Diff(c.want, got); diff != "" || ok != c.ok {
				t.Errorf("%v %s", ok, diff)
			}
		})
	}
}

func TestIsName(t *testing.T) {
	for s, want := range map[string]bool{
		"王明": true, "欧阳明月": true, "古丽娜尔·买买提": true, "努尔买买提": true, "王": false, "市水利局": false, "县融媒体中心": false, "A君": false,
		"待续": false, "这是一个很长的中文短语": false,
	} {
		t.Run(s, func(t *testing.T) {
			if got := credit.IsName(s); got != want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// FuzzCredits: whatever comes, the parts that are read lie inside the text.
func FuzzCredits(f *testing.F) {
	f.Add("本报讯（记者 王明）昨日。（李红 摄）")
	f.Add("新华社北京(记者 王明)讯")
	f.Fuzz(func(t *testing.T, s string) {
		r := []rune(s)
		if l, ok := credit.ReadLede(r); ok && l.Len > len(r) {
			t.Errorf("lede of %d in %d", l.Len, len(r))
		}
		if n, _, ok := credit.Caption(s); ok && n > len(r) {
			t.Errorf("caption of %d in %d", n, len(r))
		}
		if n, _, ok := credit.Closing(s); ok && n > len(r) {
			t.Errorf("closing at %d in %d", n, len(r))
		}
		credit.Line(s)
	})
}
