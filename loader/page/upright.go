package page

import "github.com/baopu/baopu/internal/zh"

// leastUpright is from how many lines of one character on they are one line that runs down the page.
const leastUpright = 3

// upright joins the characters of a headline that runs down the page, which dumps give one a line (校 / 地 / 联 / 手), into
// the line that they are; tools that keep empty lines put one between each two. A dash begins a second headline.
func upright(src []text) []text {
	var out []text
	for i := 0; i < len(src); {
		j, n := i, 0
		var t text
		for k := i; k < len(src) && k <= j+1; k++ {
			c := src[k].trim()
			if c.len() == 0 && n > 0 {
				continue
			}
			if !oneLetter(c.r) || n > 0 && in("—―", c.r[0]) && !in("—―", lastOf(t.r)) {
				break
			}
			t = joined(t, c)
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

// oneLetter reports whether a line is one character as a line that runs down the page has it, or a short number set across.
func oneLetter(r []rune) bool {
	if len(r) == 1 {
		return zh.IsHan(r[0]) || isWord(r[0]) || in("“”‘’《》、，：！？—―·（）|︱﹁﹂﹃﹄", r[0])
	}
	return len(r) == 2 && isDigit(r[0]) && isDigit(r[1])
}
