package order

import (
	"github.com/baopu/baopu/loader/page/line"
	"github.com/baopu/baopu/loader/page/text"
)

// leastUpright is from how many lines of one character on they are one line that runs down the page.
const leastUpright = 3

// upright joins the characters of a headline that runs down the page, which dumps give one a line (校 / 地 / 联 / 手), into
// the line that they are; tools that keep empty lines put one between each two. A dash begins a second headline.
func upright(src []text.Text) []text.Text {
	var out []text.Text
	for i := 0; i < len(src); {
		j, n := i, 0
		var t text.Text
		for k := i; k < len(src) && k <= j+1; k++ {
			c := src[k].Trim()
			if c.Len() == 0 && n > 0 {
				continue
			}
			if !line.OneLetter(c.Runes) || n > 0 && text.In("—―", c.Runes[0]) && !text.In("—―", text.Last(t.Runes)) {
				break
			}
			t = text.Joined(t, c)
			j, n = k+1, n+1
		}
		if n < leastUpright {
			out = append(out, src[i])
			i++
			continue
		}
		out = append(out, t)
		i = j
	}
	return out
}
