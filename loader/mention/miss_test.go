package mention

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/org"
	"github.com/baopu/baopu/loader/reading"
)

func TestMiss(t *testing.T) {
	f, _ := os.Open(os.Getenv("CORP"))
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var a article.Article
		json.Unmarshal(sc.Bytes(), &a)
		r := &reading.Reading{Article: &a, Text: a.Text()}
		rd := read(r)
		cov := make([]bool, len(rd.v.runes)+1)
		for _, x := range rd.bodies {
			for i := x.start; i < x.end; i++ {
				cov[i] = true
			}
		}
		for _, p := range rd.parts {
			for k, tk := range p.tokens {
				if tk.kind != word || cov[tk.end-1] {
					continue
				}
				s, e, ok := org.EndsAt(rd.v.runes, tk.end)
				if !ok || s < tk.start && k > 0 && s < p.tokens[k-1].start {
					continue
				}
				fmt.Printf("%s\t%s\t%s\n", rd.v.text(s, tk.end), e.Type, rd.v.text(max(0, s-10), min(len(rd.v.runes), tk.end+3)))
			}
		}
	}
}
