package mention

import (
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
	"github.com/google/go-cmp/cmp"
)

// posts reads an article of a paper of home and lists its persons as name: status title @place/org.
func read1(home, body string) *reading.Reading {
	a := &article.Article{PublicationPlace: home, PublishedAt: "2024-06-12", Body: body}
	r := &reading.Reading{Article: a, Text: a.Text()}
	Read(r)
	return r
}

// wantBodies reads body as news of home, and holds the organisations in it to want.
func wantBodies(t *testing.T, body string, want []string) {
	t.Helper()
	var got []string
	for _, o := range read1(home, body).Organizations {
		got = append(got, o.Name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func people(r *reading.Reading) []string {
	var out []string
	for _, p := range r.People {
		line := p.Name
		for _, q := range p.Posts {
			line += " | " + q.Title
			if q.Place != "" {
				line += " @" + q.Place
			}
			if q.Org != "" {
				line += " #" + q.Org
			}
			if q.Status != reading.Current {
				line += " " + string(q.Status)
			}
		}
		out = append(out, line)
	}
	return out
}

const home = "江西省宜春市"

// Each case stands for one trap of the genre; names are invented, places real.
func TestPeople(t *testing.T) {
	forEach(t, []trap{
		{"words of every day are nobody", "孩子们向郑柏青市长献花，全体同志敬礼，同胞福祉增进，客商齐聚宜春，崇尚英雄才会产生英雄。", []string{"郑柏青 | 市长 @江西省宜春市"}},
		{"title before a name", "市委书记郑柏青主持会议。", []string{"郑柏青 | 市委书记 @江西省宜春市"}},
		{
			"a list of titles before one name", "市委副书记、市长贺知远，樟树市委常委、常务副市长连一舟分别介绍情况。",
			[]string{"贺知远 | 市委副书记 @江西省宜春市 | 市长 @江西省宜春市", "连一舟 | 市委常委 @江西省宜春市樟树市 | 常务副市长 @江西省宜春市樟树市"},
		},
		{
			"what is former of the first title of a list is so of the next", "原市委常委、秘书长连一舟受审，现任秘书长贺知远出庭。",
			[]string{"连一舟 | 市委常委 @江西省宜春市 former | 秘书长 @江西省宜春市 former", "贺知远 | 秘书长"},
		},
		{"what is sent after an office is nobody", "两国首相互致贺电，县长致贺词。总书记擘画了蓝图。", nil},
		{"向 before a word is no surname", "有人发出“向雷锋同志学习”的号召，代表党委致以祝贺，向全院院士致以问候，老将军后人向大家讲述往事。", nil},
		{
			"the offices of the party's centre are China's, whatever country is spoken of",
			"乌干达总统曼达说，祝贺阁下再次当选中共中央总书记。各国致电中共中央总书记、国家主席梁小满。",
			[]string{"曼达 | 总统 @乌干达", "梁小满 | 总书记 @中国 | 国家主席 @中国"},
		},
		{"who is greeted as elected is not who greets", "席北辰向安哥拉当选总统致贺电，祝贺您当选总统。", []string{"席北辰"}},
		{
			"the preposition before a name is none of it", "愿同曼达总统一道努力。应邀出访。副县长向北山出席。",
			[]string{"曼达 | 总统", "向北山 | 副县长"},
		},
		{
			"who is sent a wish is the one named before it, whatever the name begins with", "席北辰致电尚果曼，祝贺他就任乌干达总统。",
			[]string{"席北辰", "尚果曼 | 总统 @乌干达 appointed"},
		},
		{
			"what somebody has charge of, and 新, stand between a body and a title",
			"联合国负责海洋与渔业事务的助理秘书长曼达发言。上高县人民法院党组副书记、分管日常工作的副院长路远舟参加。全国人大宪法法律委副主任委员梁小满作说明。",
			[]string{"曼达 | 助理秘书长 #联合国", "路远舟 | 党组副书记 #上高县人民法院 | 副院长 #上高县人民法院", "梁小满 | 副主任委员 #全国人大宪法法律委"},
		},
		{"set phrases, villages and pairs of states are nobody", "干部惠民生、解民忧，应保尽保，书记带教。石塘村的乡亲增收。乌干达、土耳其外长会晤，乌土关系发展。", nil},
		{"a country's side is nobody where it stands only beside China", "桑小雨说，中卢建交五十年来，愿落实好同卢方领导人达成的共识。希望卢方发挥作用。", []string{"桑小雨"}},
		{"a country is nobody", "主席曼达、乌干达总统及安哥拉总统出席。", []string{"曼达 | 主席"}},
		{
			"a title before a list of names", "市领导范鹿鸣、桑小雨、谷 雨参加活动。",
			[]string{"范鹿鸣 | 市领导 @江西省宜春市", "桑小雨 | 市领导 @江西省宜春市", "谷雨 | 市领导 @江西省宜春市"},
		},
		{
			"a one-seat title before a list is the first one's", "市委书记郑柏青、贺知远出席会议。",
			[]string{"郑柏青 | 市委书记 @江西省宜春市", "贺知远"},
		},
		{
			"names before their title", "范鹿鸣、桑小雨等市领导参加活动。",
			[]string{"范鹿鸣 | 市领导 @江西省宜春市", "桑小雨 | 市领导 @江西省宜春市"},
		},
		{
			"place carried over", "上高县委常委、副县长路远舟参加。",
			[]string{"路远舟 | 县委常委 @江西省宜春市上高县 | 副县长 @江西省宜春市上高县"},
		},
		{
			"place of the neighbour in a list", "南昌市委常委、副市长邵一鸣，市政府秘书长季云飞参加。",
			[]string{"邵一鸣 | 市委常委 @江西省南昌市 | 副市长 @江西省南昌市", "季云飞 | 市政府秘书长 @江西省南昌市"},
		},
		{
			"acting, former, proposed", "代市长贺知远、原市委书记郑柏青、上高县县长候选人路远舟出席。",
			[]string{"贺知远 | 市长 @江西省宜春市 acting", "郑柏青 | 市委书记 @江西省宜春市 former", "路远舟 | 县长 @江西省宜春市上高县 proposed"},
		},
		{
			"appointed and removed", "会议决定任命贺知远为宜春市副市长；免去邵一鸣的宜春市公安局局长职务。",
			[]string{"贺知远 | 副市长 @江西省宜春市 appointed", "邵一鸣 | 局长 #宜春市公安局 removed"},
		},
		{
			"a list under a heading", "任命：\n孟一鸣为宜春市副市长；\n许小满（女，回族）为宜春市财政局局长。\n免去：\n柳长白（朝鲜族）的宜春市副市长职务。",
			[]string{"孟一鸣 | 副市长 @江西省宜春市 appointed", "许小满 | 局长 #宜春市财政局 appointed", "柳长白 | 副市长 @江西省宜春市 removed"},
		},
		{
			"a curriculum vitae over lines", "贺知远，男，汉族，1972年5月生。\n1998.03—2003.11 上高县委办公室秘书\n2003.11—2010.06 共青团宜春市委副书记",
			[]string{"贺知远 | 县委办公室秘书 @江西省宜春市上高县 #上高县委办公室 former | 副书记 #共青团宜春市委 former"},
		},
		{"envoys are their senders'", "越南驻华大使黎文明、俄罗斯驻美大使伊万诺夫出席。", []string{"黎文明 | 大使 @越南", "伊万诺夫 | 大使 @俄罗斯"}},
		{
			"leagues before their chairs", "民革中央主席郑一舟、民盟市委会主委谷小雨出席。",
			[]string{"郑一舟 | 主席 @中国 #民革中央", "谷小雨 | 主委 #民盟市委会"},
		},
		{"surname and title", "市委书记郑柏青讲话。郑书记强调，要抓好落实。", []string{"郑柏青 | 市委书记 @江西省宜春市"}},
		{"things that are counted", "他种了3亩金线莲，卖了好价钱。", nil},
		{"several elected to one post", "会议选举石一磊、林小静为上高县副县长。", []string{"石一磊 | 副县长 @江西省宜春市上高县 appointed", "林小静 | 副县长 @江西省宜春市上高县 appointed"}},
		{"a past post before its holder", "时任上高县委书记的高一翔回忆说，当年条件艰苦。", []string{"高一翔 | 县委书记 @江西省宜春市上高县 former"}},
		{"traditional characters", "市委書記鄭柏青主持會議。", []string{"鄭柏青 | 市委书记 @江西省宜春市"}},
		{"by somebody held", "协会会长由季云飞担任。", []string{"季云飞 | 会长"}},
		{
			"an organisation's post", "市文化广电旅游局党组书记、局长桑小雨介绍情况。",
			[]string{"桑小雨 | 党组书记 #宜春市文化广电旅游局 | 局长 #宜春市文化广电旅游局"},
		},
		{
			"a department stays in the title", "宜春明月供水有限公司营运部部长谷长河说。",
			[]string{"谷长河 | 营运部部长 #宜春明月供水有限公司"},
		},
		{"ordinary words are names after titles", "市政协主席史册、副市长文武出席。", []string{"史册 | 市政协主席 @江西省宜春市", "文武 | 副市长 @江西省宜春市"}},
		{"heads of state", "法国总统德拉克鲁瓦会见德国总理施密特。", []string{"德拉克鲁瓦 | 总统 @法国", "施密特 | 总理 @德国"}},
		{"one letter for a country", "俄罗斯国防部发表声明。俄总统安德罗波夫表示支持。", []string{"安德罗波夫 | 总统 @俄罗斯"}},
		{
			"names with dots and their parts", "哈萨克斯坦外长叶尔兰·萨比托夫来访。萨比托夫表示感谢。",
			[]string{"叶尔兰·萨比托夫 | 外长 @哈萨克斯坦"},
		},
		{"title without a person", "市委书记接访日活动举行。", nil},
		{"no person in a slogan", "深入学习贯彻习近平新时代中国特色社会主义思想，走过中山路。", nil},
		{"credits are no story", "（记者 谷长河 通讯员 桑小雨）市委书记郑柏青讲话。", []string{"郑柏青 | 市委书记 @江西省宜春市"}},
		{"letter-spaced lines", "市 领 导 范 鹿 鸣 、 桑 小 雨 参 加 活 动 。", []string{"范鹿鸣 | 市领导 @江西省宜春市", "桑小雨 | 市领导 @江西省宜春市"}},
		{
			"words are names in a frame of appointment", "会议决定任命高原为上高县副县长、计划为上高县水利局局长；免去于是的宜春市教育局局长职务。",
			[]string{"高原 | 副县长 @江西省宜春市上高县 appointed", "计划 | 局长 #上高县水利局 appointed", "于是 | 局长 #宜春市教育局 removed"},
		},
		{
			"a list of the elected", "大会上，石一磊当选为上高县县长，林小静、白马（女）、曾经当选为上高县副县长。",
			[]string{
				"石一磊 | 县长 @江西省宜春市上高县 appointed", "林小静 | 副县长 @江西省宜春市上高县 appointed",
				"白马 | 副县长 @江西省宜春市上高县 appointed", "曾经 | 副县长 @江西省宜春市上高县 appointed",
			},
		},
		{"no frame without a name", "您再次当选，推选大家为代表，任命程序为先提名后表决，任命一批干部为部门负责人。", nil},
		{"a word among names", "市人大常委会副主任桑小雨、清明，副市长谷长河参加。", []string{"桑小雨 | 市人大常委会副主任 @江西省宜春市", "清明 | 市人大常委会副主任 @江西省宜春市", "谷长河 | 副市长 @江西省宜春市"}},
		{"what somebody does", "镇上的藕农季长庚说，今年花期早。", []string{"季长庚"}},
		{"a name ends before the object of 为", "市政协主席顾澜为区政协揭牌。", []string{"顾澜 | 市政协主席 @江西省宜春市"}},
		{"a foreign name ends before its clause", "乌兹别克斯坦总理阿里波夫·萨米受总统委托签字。", []string{"阿里波夫·萨米 | 总理 @乌兹别克斯坦"}},
		{"mass organisations are bodies", "市工商联主席史册参加。", []string{"史册 | 主席 #宜春市工商联"}},
		{"the named citizen", "这位老人名叫季桂香。季桂香说，日子好了。", []string{"季桂香"}},
	}, func(body string) []string { return people(read1(home, body)) })
}

// trap is a text that invites an error, and what it says.
type trap struct {
	name, body string
	want       []string
}

func forEach(t *testing.T, list []trap, read func(body string) []string) {
	t.Helper()
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(c.body)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		trap, body string
		want       []string
	}{
		{"home words", "代表团在我市考察。", []string{"江西省宜春市"}},
		{"a short name near home", "丰城、高安两地干部交流经验。", []string{"江西省宜春市丰城市", "江西省宜春市高安市"}},
		{"the article's own place first", "北京朝阳区代表团来访。朝阳区将加大投入。", []string{"北京市", "北京市朝阳区"}},
		{"one letter after a verb", "代表团赴京考察。", []string{"北京市"}},
		{"a pair of provinces", "苏陕协作取得进展。", []string{"江苏省", "陕西省"}},
		{"a pair of countries", "中俄关系发展良好。", []string{"中国", "俄罗斯"}},
		{"what ends a province abroad is no prefecture", "无人机袭击了利沃斯克州的仓库，新疆克州援疆干部返乡。", []string{"新疆维吾尔自治区", "新疆维吾尔自治区克孜勒苏柯尔克孜自治州"}},
		{"a province and not a district of its name", "北京、天津、河北等地协同发展，山东的江南风味引来游客。", []string{"北京市", "天津市", "河北省", "山东省"}},
		{"a word and not a county of its name", "山东推进文化惠民工程。", []string{"山东省"}},
		{"a county of such a name behind its province", "在浙江长兴，果农忙着采摘。", []string{"浙江省", "浙江省湖州市长兴县"}},
		{"a division abroad", "韩国江原道束草市代表团来访。束草市代表致辞。", []string{"韩国", "江原道", "束草市"}},
	} {
		t.Run(c.trap, func(t *testing.T) {
			var got []string
			for _, p := range read1(home, c.body).Places {
				got = append(got, p.Name)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAmbiguousPlaceStaysUnresolved(t *testing.T) {
	r := read1("", "鼓楼区举行活动。")
	if len(r.Places) != 0 || len(r.Unresolved) == 0 || len(r.Unresolved[0].Candidates) < 2 {
		t.Errorf("places %v, unresolved %v", r.Places, r.Unresolved)
	}
}

func TestOrganizations(t *testing.T) {
	for _, c := range []struct {
		trap, body string
		want       []string
	}{
		{"a level word stands for the home", "记者从市水利局了解到，工程已完工。", []string{"宜春市水利局"}},
		{"verbs before a name", "考察组走进宜春明月供水有限公司。", []string{"宜春明月供水有限公司"}},
		{"a branch behind the whole", "江西高岭建设集团有限公司宜春分公司中标。", []string{"江西高岭建设集团有限公司宜春分公司"}},
		{"ministries abroad", "俄罗斯国防部发表声明。俄国防部称，行动结束。", []string{"俄罗斯国防部"}},
		{"a mission and its sender", "沙特驻伊朗大使馆重新开放。", []string{"沙特驻伊朗大使馆"}},
		{"a company's short name", "宜春明月珠业有限公司签约。明月珠业董事长桑小雨说，机会难得。", []string{"宜春明月珠业有限公司"}},
		{"a short name before 签署", "杭州禾岭科技股份有限公司来到宜春。市政府与禾岭科技签署协议。", []string{"杭州禾岭科技股份有限公司"}},
		{"a brand with 公司", "赣州市甘棠坪生物科技有限公司来到宜春。甘棠坪公司与县里签订合同。", []string{"赣州市甘棠坪生物科技有限公司"}},
		{"a country with a brand", "德国禾岭工业地产公司来到宜春。市政府与德国禾岭签订协议。", []string{"德国禾岭工业地产公司"}},
		{"a 署 of a city", "市招商局与深圳市投资推广署签署备忘录。", []string{"宜春市招商局", "深圳市投资推广署"}},
		{"a well-known body's short form", "世界卫生组织发布报告，世卫组织说，疫情有所缓解。非盟表示关注。", []string{"世界卫生组织", "非盟"}},
		{"an ordinal is all of it", "第91集团军某旅赶赴现场。", []string{"第91集团军"}},
		{"quotation marks make a name", "政府与“九月联盟”签字，建设“以人民为中心”的城市。", []string{"九月联盟"}},
		{"a committee of a committee", "中国国际贸易促进委员会宜春市委员会举办展览。", []string{"中国国际贸易促进委员会宜春市委员会"}},
		{"characters of words that no list has", "宜春市蒙医医院开诊。", []string{"宜春市蒙医医院"}},
		{"the brand in front of the trade", "走访晨峦创新科技有限公司和铁科云驰（宜春）信息技术有限公司。", []string{"晨峦创新科技有限公司", "铁科云驰（宜春）信息技术有限公司"}},
		{"a paper that a text comes from, and a station that does something", "宜春日报上高讯 秋收开镰。\n宜春电视台今天（6月5日）与樟树市举办秋收晚会。", []string{"宜春电视台"}},
		{"two countries' banks are none of one name", "甲方与俄罗斯两国央行达成一致。", nil},
		{"what many are like", "全市所有医院、部分学校和江西省最大银行、上市公司参加。", nil},
		{"one that is not named, and several", "美国田纳西州纳什维尔一所小学发生枪击事件。美国佐治亚州科尼尔斯一家化工厂发生火灾。以军袭击加沙地带多座医院。", nil},
		{"ordinary words that end like bodies", "大局意识增强，格局打开，内部管理加强。", nil},
	} {
		t.Run(c.trap, func(t *testing.T) {
			wantBodies(t, c.body, c.want)
		})
	}
}

func TestHeadlineNamesRunTogether(t *testing.T) {
	a := &article.Article{
		PublicationPlace: home, PublishedAt: "2024-06-12", Title: "郑柏青贺知远邵一鸣参加有关活动",
		Body: "市委书记郑柏青，市长贺知远，副市长邵一鸣参加活动。",
	}
	r := &reading.Reading{Article: a, Text: a.Text()}
	Read(r)
	for i, want := range []string{"郑柏青", "贺知远", "邵一鸣"} {
		if r.People[i].Name != want || r.People[i].Spans[0].Start != 3*i {
			t.Errorf("person %d is %s at %d", i, r.People[i].Name, r.People[i].Spans[0].Start)
		}
	}
}

func TestWireCopyHasNoHomeCity(t *testing.T) {
	if r := read1(home, "新华社北京6月11日电 会议召开。"); r.Home != "中国" {
		t.Errorf("home is %s", r.Home)
	}
}

// FuzzRead holds whatever the text: spans lie inside it, a name is what its first span says, the same text reads the same.
func FuzzRead(f *testing.F) {
	f.Add("市委副书记、市长贺知远（女，回族）说：“我市将与上高县、南昌市合作。”", home)
	f.Add("俄总统安德罗波夫·伊万 同 周书记，在 京 会 谈 。", "")
	f.Add("任命张 三为上高县副县长，免去其职务；1984.09—1990.04，教师", "北京市")
	f.Fuzz(func(t *testing.T, body, home string) {
		r := read1(home, body)
		n := len(r.Text.Runes)
		inside := func(e reading.Evidence) {
			if e.Start < 0 || e.Start >= e.End || e.End > n || e.Rule == "" {
				t.Fatalf("span %v of %d", e, n)
			}
		}
		for _, p := range r.People {
			for _, e := range p.Spans {
				inside(e)
			}
			for _, q := range p.Posts {
				inside(q.Evidence)
			}
			said := strings.NewReplacer(" ", "", "\u3000", "", "•", "·", "‧", "·", "・", "·", "\t", "", "\u00a0", "", "\r", "").
				Replace(r.Text.Slice(p.Spans[0].Start, p.Spans[0].End))
			if !strings.Contains(p.Name, said) && p.Spans[0].Rule != "person.call" {
				t.Fatalf("%s is said as %s", p.Name, said)
			}
		}
		for _, p := range r.Places {
			for _, e := range p.Spans {
				inside(e)
			}
		}
		for _, o := range r.Organizations {
			for _, e := range o.Spans {
				inside(e)
			}
		}
		if diff := cmp.Diff(r, read1(home, body), cmp.AllowUnexported()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	a := &article.Article{PublicationPlace: home, PublishedAt: "2024-06-12", Title: "郑柏青贺知远参加有关活动", Body: strings.Repeat(
		"市委副书记、市长贺知远，樟树市委常委、常务副市长连一舟分别介绍情况。记者从市水利局了解到，今年全市水利工程建设进展顺利，群众满意度不断提高。\n", 12)}
	text := a.Text()
	Read(&reading.Reading{Article: a, Text: text}) // the tables decode at the first call
	b.SetBytes(int64(len(text.String())))
	for b.Loop() {
		r := &reading.Reading{Article: a, Text: text}
		Read(r)
	}
	b.ReportMetric(float64(len(text.Runes)*b.N)/b.Elapsed().Seconds(), "chars/s")
}
