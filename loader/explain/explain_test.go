package explain

import (
	"errors"
	"strings"
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/read"
	"github.com/baopu/baopu/loader/reading"
)

func explained(t *testing.T, a *article.Article) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, read.Article(a)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Each part of an explanation says what a person who doubts a fact would ask.
func TestWrite(t *testing.T) {
	got := explained(t, &article.Article{
		ID: "a-1", Publication: "宜春日报", PublicationPlace: "江西省宜春市", PublishedAt: "2024-06-12", Title: "荆门市代表团来我市考察",
		Body: "6月11日，湖北省荆门市代表团来我市考察。市长贺知远会见代表团一行。两地签署了《文旅合作协议》。市委书记参加，鼓楼区代表观摩。",
	})
	for _, want := range []string{
		"== a-1  荆门市代表团来我市考察\n   宜春日报, 2024-06-12, home 江西省宜春市\n",
		"省 L3]荆门市 L1]代表团 O1]", // nested mentions: the province inside the city inside the delegation
		"市长[贺知远 P1]会见",        // the mention in its text
		"  P1 贺知远\n      person.name ",
		"the two sides: 湖北省荆门市 (guest), 江西省宜春市 (host)",
		"「两地」 → 湖北省荆门市, 江西省宜春市",
		"「我市」 → 江西省宜春市",
		"「6月11日」 → 2024-06-11",
		"HOLDS 贺知远 → 宜春市长 (status current, on 2024-06-11)\n      title.apposition ",
		"PARTY_TO 荆门市 → 文旅合作协议 (side 1, on 2024-06-11)\n      agreement.title ",
		"agreement.title ",
		"title 60–64 「市委书记」  no-name",
		"「鼓楼区」  ambiguous-place: ",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
	if strings.Contains(got, "MENTIONS a-") {
		t.Error("mentions stand twice")
	}
}

// Without a day there are no claims, and that is said; what was read is shown all the same.
func TestWriteWithoutADay(t *testing.T) {
	got := explained(t, &article.Article{Title: "题", Body: "市长贺知远说，好。"})
	for _, want := range []string{"CLAIMS\n  none: ", "no publication day", "[贺知远 P1]", "the two sides: none", "home unknown"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

// The marked text is the text, whatever the mentions: nested, side by side, crossing, empty.
func TestBrackets(t *testing.T) {
	p := &page{r: &reading.Reading{Text: (&article.Article{Body: "甲市乙区丙局长丁"}).Text()}}
	at := func(start, end int, label string) marked { return marked{reading.Span{Start: start, End: end}, label} }
	for _, c := range []struct {
		list []marked
		want string
	}{
		{nil, "甲市乙区丙局长丁"},
		{[]marked{at(0, 6, "O1"), at(0, 4, "L1"), at(0, 2, "L2")}, "[[[甲市 L2]乙区 L1]丙局 O1]长丁"},
		{[]marked{at(0, 2, "L1"), at(2, 4, "L2"), at(7, 8, "P1")}, "[甲市 L1][乙区 L2]丙局长[丁 P1]"},
		{[]marked{at(0, 4, "L1"), at(2, 6, "O1"), at(6, 7, "X")}, "[甲市乙区 L1]丙局[长 X]丁"},
		{[]marked{at(0, 8, "A"), at(7, 8, "B")}, "[甲市乙区丙局长[丁 B] A]"},
	} {
		if got := p.brackets(0, 8, c.list); got != c.want {
			t.Errorf("%v: %s, want %s", c.list, got, c.want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWriteTellsErrors(t *testing.T) {
	if err := Write(full{}, read.Article(&article.Article{Title: "题"})); err == nil {
		t.Error("no error")
	}
}
