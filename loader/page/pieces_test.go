package page_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// inPieces cuts every other line in three, and gives each piece a line.
func inPieces(ls []string) []string {
	var out []string
	for i, l := range ls {
		r := []rune(l)
		if i%2 == 0 || len(r) < 6 {
			out = append(out, l)
			continue
		}
		a, b := 1+i%3, len(r)-2-i%4
		out = append(out, string(r[:a]), string(r[a:b]), string(r[b:]))
	}
	return out
}

// Lines that a tool gives in pieces, as the page sets them, are made of them again.
func TestPieces(t *testing.T) {
	next := "本报讯（通讯员 李小红）南浦县图书馆昨日向乡村学校赠书六百册，孩子们围着新书看个不停，老师说往后每个月都会有新的书送来，还要办读书会，请作家来给孩子们讲写作的故事。"
	src := "东山县水利局部署水库安全工作\n" + strings.Join(inPieces(lines(water, 16)), "\n") +
		"\n西河镇修通果农致富路\n" + strings.Join(inPieces(lines("本报讯（记者 王小河）"+roads+roads, 16)), "\n") +
		"\n孩子们读上新书\n" + strings.Join(inPieces(lines(next, 16)), "\n")
	check(t, src)
	if diff := cmp.Diff([]string{water, "本报讯（记者 王小河）" + roads + roads, next}, bodies(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
	want := []string{"东山县水利局部署水库安全工作", "西河镇修通果农致富路", "孩子们读上新书"}
	if diff := cmp.Diff(want, titles(src)); diff != "" {
		t.Errorf("%s\n%s", diff, src)
	}
}
