package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// never is characters that end no given name though the dictionary has words like 郭靖拿 among its names.
const never = "的了是在被把将也就都而从到着过说道问答笑想看见听叫给让使对向等与及或并且但又再还很最更太不没未其这那哪谁我你他她它们个些么吗呢吧啊呀" +
	"则即因由于以所者拿打便却已才只能会可要去来上下里外前后时年月日地得做作当若如至往曰讳字号氏率派命召问告拜封杀死"

// sounds is characters that transliterate names of peoples in China and abroad, beyond those that the dictionary shows.
const sounds = "阿艾安奥巴拜班包贝本比别宾波伯勃博卜布采查茨达戴丹当道德登邓迪第蒂丁东都顿多厄恩尔法菲费芬冯佛夫弗福甫盖甘冈高戈格葛根古瓜圭哈海汉豪合赫黑亨" +
	"胡华霍基吉季加迦佳贾简江杰捷金津居喀卡凯坎康考柯科可克肯孔库夸奎昆拉莱赖兰朗劳勒雷蕾里丽利莉立连林琳留隆卢鲁路伦罗洛吕马玛买迈麦曼芒毛梅门蒙孟米密" +
	"敏明摩莫默姆木穆拿娜纳乃奈内尼年涅宁牛纽农努诺欧帕派潘佩彭皮平普其奇齐恰钱乔切琴丘曲让热仁日茹瑞若萨赛桑瑟森莎沙山舍申圣施什史斯司松苏素孙索塔台太泰坦汤唐陶特滕提廷" +
	"图土吐托瓦万旺威韦维魏温文翁沃乌吾武西希锡锡夏香肖谢辛欣休许雅亚延彦扬耶叶伊依因英尤于约扎泽扎詹珍朱兹祖孜佐牙央宗措姆旦琼登珠卓嘉才让曲珍措" +
	"肉沙买合塔尔木江哈提孜依曼拜力居来尼亚热甫丽古埃阔兹廖列涅维夫丝茜荪兑谟淖瑙窝缇蒂娅琪璐翁茹吾赫"

// tally counts characters by what they do in names and in text.
type tally struct {
	text, first, second, only, foreign      map[rune]int
	texts, firsts, seconds, onlys, foreigns int
}

// names writes the table of package name: the log of a character's probability in hundredths of a nat: in text, as a surname,
// as first and second of two, as the only one of a given name, in a transliterated name (0: never).
func (g *generator) names() error {
	single, t, err := g.given()
	if err != nil {
		return err
	}
	var out strings.Builder
	for _, list := range []string{"compounds.txt", "japanese.txt"} {
		words, err := g.words(list)
		if err != nil {
			return err
		}
		slices.Sort(words)
		out.WriteString(strings.Join(slices.Compact(words), " ") + "\n")
	}
	parts, err := g.parts()
	if err != nil {
		return err
	}
	out.WriteString(strings.Join(parts, " ") + "\n")
	out.WriteString(t.rows(single))
	return writeGzip(filepath.Join(g.out, "name/table.txt.gz"), out.String())
}

// parts is what names of minorities are made of, in order, each once.
func (g *generator) parts() ([]string, error) {
	rows, err := tabRows(filepath.Join(g.lists, "parts.tsv"))
	if err != nil {
		return nil, err
	}
	var parts []string
	for _, r := range rows {
		parts = append(parts, strings.Fields(r[1])...)
	}
	slices.Sort(parts)
	return slices.Compact(parts), nil
}

// words reads a list of words parted by spaces or lines, # before comments.
func (g *generator) words(file string) ([]string, error) {
	data, err := os.ReadFile(filepath.Join(g.lists, file))
	if err != nil {
		return nil, err
	}
	var words []string
	for _, line := range strings.Split(string(data), "\n") {
		if !strings.HasPrefix(line, "#") {
			words = append(words, strings.Fields(line)...)
		}
	}
	return words, nil
}

// given counts gse's names of persons by their surnames of one character, which it gives too, the most frequent first.
func (g *generator) given() (surnames []rune, t *tally, err error) {
	words, err := g.words("surnames.txt")
	if err != nil {
		return nil, nil, err
	}
	surnames = []rune(strings.Join(words, ""))
	t, err = g.count(surnames)
	return surnames, t, err
}

// usualNames is how many of gse's names end in a character that people are called by.
const usualNames = 32

// usual tells a character that people are called by.
func (t *tally) usual(c rune) bool { return t.second[c]+t.only[c] >= usualNames }

func (g *generator) count(surnames []rune) (*tally, error) {
	words, err := g.dictionary()
	if err != nil {
		return nil, err
	}
	t := &tally{
		text: map[rune]int{}, first: map[rune]int{}, second: map[rune]int{}, only: map[rune]int{}, foreign: map[rune]int{},
	}
	usual := map[rune]bool{}
	for _, s := range surnames[:200] {
		usual[s] = true
	}
	for s, w := range words {
		r := []rune(s)
		switch {
		case !allHan(s):
		case w.tag == "nrt":
			for _, c := range r {
				t.foreign[c]++
				t.foreigns++
			}
		case !strings.HasPrefix(w.tag, "nr"):
			for _, c := range r {
				t.text[c] += w.freq
				t.texts += w.freq
			}
		case len(r) == 3 && usual[r[0]]:
			t.first[r[1]]++
			t.firsts++
			t.second[r[2]]++
			t.seconds++
		case len(r) == 2 && usual[r[0]] && w.freq < 300:
			t.only[r[1]]++
			t.onlys++
		}
	}
	return t, nil
}

func (t *tally) rows(surnames []rune) string {
	chars := map[string]bool{}
	for _, m := range []map[rune]int{t.first, t.second, t.only, t.foreign, t.text} {
		for c := range m {
			chars[string(c)] = true
		}
	}
	rank := map[rune]int{}
	for i, s := range surnames {
		rank[s] = i + 1
		chars[string(s)] = true
	}
	var out strings.Builder
	for _, s := range sortedKeys(chars) {
		c, _ := utf8.DecodeRuneInString(s)
		fmt.Fprintf(&out, "%c\t%d\t", c, nats((float64(t.text[c])+20)/float64(t.texts)))
		if rank[c] > 0 {
			fmt.Fprintf(&out, "%d", nats(share(rank[c])))
		}
		second, only := nats(likely(t.second[c], t.seconds)), nats(likely(t.only[c], t.onlys))
		if strings.ContainsRune(never, c) {
			second, only = second-250, only-250
		}
		foreign := 0.0
		if strings.ContainsRune(sounds, c) {
			foreign = 0.001
		}
		if t.foreign[c] > 2 {
			foreign = max(foreign, float64(t.foreign[c])/float64(t.foreigns))
		}
		fmt.Fprintf(&out, "\t%d\t%d\t%d\t%d\n", nats(likely(t.first[c], t.firsts)), second, only, nats(foreign))
	}
	return out.String()
}

// share is about how many of a thousand people bear the surname of a rank, over a thousand.
func share(rank int) float64 {
	p := 0.075 / math.Pow(1+float64(rank-1)/4, 1.25)
	if rank > 250 {
		p *= 0.3
	}
	return p
}

func likely(n, of int) float64 { return (float64(n) + 0.3) / (float64(of) + 1800) }

func nats(p float64) int {
	if p == 0 {
		return 0
	}
	return int(math.Round(100 * math.Log(p)))
}
