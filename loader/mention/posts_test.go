package mention

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Whose a post is, where no grammar of names says so.
func TestEmployers(t *testing.T) {
	forEach(t, []trap{
		{"what stands between a county and a title is the body", "上高县苗木圃主任石一磊、市创卫指挥部总指挥路远舟到场。", []string{"石一磊 | 主任", "路远舟 | 总指挥 #宜春市创卫指挥部"}},
		{"a body that no list has between a foreign place and a title", "韩国束草海产会会长朴明夏来访。", []string{"朴明夏 | 会长 #韩国束草海产会"}},
		{"a site is no body", "两个实验现场总指挥石一磊说，顺利。", []string{"石一磊 | 总指挥"}},
		{"a common noun and a title behind a preposition", "宜春明月供水有限公司开工。郑柏青对公司总经理季云飞说，要快。", []string{"郑柏青", "季云飞 | 总经理 #宜春明月供水有限公司"}},
		{"the only one of its kind, in another paragraph", "宜春市第九医院开诊。\n院长季云飞说，病人很多。", []string{"季云飞 | 院长 #宜春市第九医院"}},
		{"of two none", "宜春市第九医院、上高县中医院签约。\n副院长季云飞说，病人很多。", []string{"季云飞 | 副院长"}},
		{"what is elected behind its body", "宜春市竹编协会成立，季云飞当选会长，石一磊任副会长。", []string{"季云飞 | 会长 #宜春市竹编协会 appointed", "石一磊 | 副会长 #宜春市竹编协会"}},
		{"one head each of two groups", "巴陵集团公司与衡云集团公司签约，两家集团公司董事长季云飞、石一磊签字，十三家集团公司董事长连一舟到场。", []string{"季云飞 | 董事长 #巴陵集团公司", "石一磊 | 董事长 #衡云集团公司", "连一舟 | 董事长"}},
		{"one head each of two bodies", "宜春市第九医院与上高县中医院签约，两家医院的院长季云飞、石一磊签字。", []string{"季云飞 | 院长 #宜春市第九医院", "石一磊 | 院长 #上高县中医院"}},
		{"the head of a party and of its state, behind that of another state", "沙特王储曼达、尼泊尔大会党主席、政府总理德乌帕致电。", []string{"曼达 | 王储 @沙特阿拉伯", "德乌帕 | 主席 #尼泊尔大会党 | 政府总理 @尼泊尔"}},
		{"a department of a school, and of the school that the story tells of", "江州大学历史系主任石一磊揭牌。学校化学系教授季云飞参加。", []string{"石一磊 | 历史系主任 #江州大学", "季云飞 | 化学系教授 #江州大学"}},
		{"a company with a parenthesis in its name", "宜春高岭建设（集团）有限公司总经理石一磊参加。", []string{"石一磊 | 总经理 #宜春高岭建设（集团）有限公司"}},
		{"a school and a hospital called after somebody", "越共中央委员、黄文桐国家行政学院院长石一磊，越共中央委员、林巧雅国际和平医院院长季云飞来访。", []string{"石一磊 | 中央委员 @越南 #越共 | 院长 #黄文桐国家行政学院", "季云飞 | 中央委员 @越南 #越共 | 院长 #林巧雅国际和平医院"}},
		{"the league, and what is proposed", "团县委书记石一磊、拟任市妇联党组书记的季云飞参加。", []string{"石一磊 | 书记 #团县委", "季云飞 | 党组书记 #宜春市妇联 proposed"}},
		{"the leader of another country's party behind his name", "中共中央总书记、国家主席梁小满同越南领导人会谈。梁小满表示，昨天同阮文福总书记会谈。", []string{"梁小满 | 总书记 @中国 | 国家主席 @中国", "阮文福 | 总书记 @越南"}},
		{"a committee for one term is the jurisdiction's", "选举石一磊为政协上高县第九届委员会主席，季云飞为副主席。", []string{"石一磊 | 县政协主席 @江西省宜春市上高县 appointed", "季云飞 | 副主席 @江西省宜春市上高县 appointed"}},
		{"an office of a party committee is the committee's", "市委常委、市委改革办主任石一磊参加。", []string{"石一磊 | 市委常委 @江西省宜春市 | 市委改革办主任 @江西省宜春市"}},
		{"a district founded anew under its name is one", "江苏省南通市崇川区副区长季云飞来访。", []string{"季云飞 | 副区长 @江苏省南通市崇川区"}},
		{"an age between a title and a name", "原上高县中医院院长、84岁的季云飞到场。", []string{"季云飞 | 院长 #上高县中医院 former"}},
		{"a part of a body in front of its head", "宜春供电公司运检队队长石一磊、江州大学茶叶试验站站长季云飞发言。", []string{"石一磊 | 队长 #宜春供电公司运检队", "季云飞 | 站长 #江州大学茶叶试验站"}},
		{"common nouns in front of a head are a body", "竹编协会会长石一磊、物流园服务中心主任季云飞参加。", []string{"石一磊 | 会长 #竹编协会", "季云飞 | 主任 #物流园服务中心"}},
		{"an office for a region of a company", "宜春明月瓷业有限公司亚太区总裁季云飞、采购总监石一磊来访。", []string{"季云飞 | 亚太区总裁 #宜春明月瓷业有限公司", "石一磊 | 采购总监 #宜春明月瓷业有限公司"}},
		{"the party committee of the body whose head was named", "宜春明月瓷业有限公司董事长季云飞、党委书记石一磊出席。", []string{"季云飞 | 董事长 #宜春明月瓷业有限公司", "石一磊 | 党委书记 #宜春明月瓷业有限公司"}},
		{"by whom offices are held, one after another", "宜春明月瓷业有限公司由季云飞任董事长、石一磊任总经理。", []string{"季云飞 | 董事长 #宜春明月瓷业有限公司", "石一磊 | 总经理 #宜春明月瓷业有限公司"}},
		{"what somebody was before", "季云飞退休前是上高县林业局高级工程师。", []string{"季云飞 | 高级工程师 #上高县林业局 former"}},
		{"a brand of the middle of the full name", "江西云岭沁禾食品集团股份有限公司开工。沁禾集团董事长季云飞致辞。", []string{"季云飞 | 董事长 #江西云岭沁禾食品集团股份有限公司"}},
		{"a word that only the short name begins with, and the legal form of a known company", "宜春老白露酒业股份有限公司、中国五矿股份有限公司开工。老白露酒业董事长季云飞、中国五矿总经理石一磊致辞。", []string{"季云飞 | 董事长 #宜春老白露酒业股份有限公司", "石一磊 | 总经理 #中国五矿股份有限公司"}},
		{"a bureau of a state's builders, and heads that schools have", "中铁七局项目经理季云飞来访。宜春市第九中学开学。教导主任石一磊说，都好。", []string{"季云飞 | 项目经理 #中铁七局", "石一磊 | 教导主任 #宜春市第九中学"}},
		{"whom a title in a quotation's work is of", "新华社发文。《上高报》社长季云飞说，不易。", []string{"季云飞 | 社长"}},
	}, func(body string) []string { return people(read1(home, body)) })
}

// What is a name of a body by its structure.
func TestBodiesByStructure(t *testing.T) {
	for _, c := range []struct {
		trap, body string
		want       []string
	}{
		{"a verb in a name behind a place", "纳米比亚选举委员会宣布结果。", []string{"纳米比亚选举委员会"}},
		{"a verb of which the body is the object", "宜春市启用快递服务站，南昌市成为创新中心。", nil},
		{"place, brand and trade", "宜春龙泽米业与南昌海旺水产签约。", []string{"宜春龙泽米业", "南昌海旺水产"}},
		{"a built place that employs somebody is a body, too", "宜春市第三文化馆馆长季云飞发言，新疆生产建设兵团来访。", []string{"宜春市第三文化馆", "新疆生产建设兵团"}},
		{"a brand of single characters", "宜春仁佰堂养老服务集团与南昌正大新材料公司签约。", []string{"宜春仁佰堂养老服务集团", "南昌正大新材料公司"}},
		{"a company behind two places by its initials", "广西桂林源禾粮油集团开工。源禾集团来了。", []string{"广西桂林源禾粮油集团"}},
		{"与 joins two names where a word of no lexicon goes on", "宜春龙泽米业与凌苏集团重组。", []string{"宜春龙泽米业", "凌苏集团"}},
		{"a company of nothing but its place", "长河产险宜春公司来了。", []string{"长河产险宜春公司"}},
		{"the league of a level", "团市委与宜春市文明办签约。", []string{"团市委", "宜春市文明办"}},
		{"bodies of the world by what they are for, and of a city in one word with it", "世界竹编联合会代表来访，北京理工大学师生参观。", []string{"世界竹编联合会", "北京理工大学"}},
		{"a part of the school that was named", "江州大学开学。宜春市第九医院与该校陶瓷材料学院签约。", []string{"江州大学", "宜春市第九医院", "陶瓷材料学院"}},
		{"a relief society, a news agency, and a part of a centre for disease control", "叙通社称，约旦红新月会到场。江西省疾控中心地方病预防控制所发文。", []string{"叙通社", "约旦红新月会", "江西省疾控中心地方病预防控制所"}},
		{"a trade without a brand is none", "江西省特色水产和四川汽车走俏。", nil},
	} {
		t.Run(c.trap, func(t *testing.T) {
			wantBodies(t, c.body, c.want)
		})
	}
}

// What a list counts as divisions of the home is one of each, whatever else its words mean.
func TestCountedDivisions(t *testing.T) {
	var got []string
	for _, p := range read1(home, "万载、奉新、铜鼓三县结对，靖安、宜丰等县到会。").Places {
		got = append(got, p.Name)
	}
	want := []string{"江西省宜春市万载县", "江西省宜春市奉新县", "江西省宜春市铜鼓县", "江西省宜春市靖安县", "江西省宜春市宜丰县"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Where a name ends.
func TestNamesEnd(t *testing.T) {
	forEach(t, []trap{
		{"before a mark a character belongs to the name", "市水利局局长盛倩如，市教育局局长路远舟参加。", []string{"盛倩如 | 局长 #宜春市水利局", "路远舟 | 局长 #宜春市教育局"}},
		{"和 before a verb joins nobody", "上高县委书记凌玉和介绍，进展顺利。", []string{"凌玉和 | 县委书记 @江西省宜春市上高县"}},
		{"a transcription goes on as far as no word begins", "尼泊尔总理拉昌格达表示赞赏。", []string{"拉昌格达 | 总理 @尼泊尔"}},
		{"a Tibetan name in 让", "副市长丹智才让致辞。", []string{"丹智才让 | 副市长 @江西省宜春市"}},
		{"a verb of movement is no end of a name", "副市长路远随团出访。", []string{"路远 | 副市长 @江西省宜春市"}},
	}, func(body string) []string { return people(read1(home, body)) })
}
