package source

import (
	"path/filepath"
	"strings"
	"time"
)

// FromName reads what a file's path says: the day (20250226, 2025-02-26, 2025年2月26日, or folders 2025-02/26, 202502/26), the paper
// where a run of Chinese characters ends in 报, and the page behind a p or as 第2版. A number that is no day says nothing.
func FromName(path string) Said {
	path = filepath.ToSlash(path)
	parts := strings.Split(path, "/")
	name := Stem(path)
	s := Said{Publication: paperIn(name), Date: DayIn(name), Page: pageIn(name)}
	for i := len(parts) - 2; i >= 0 && i >= len(parts)-4; i-- {
		if s.Date == "" {
			s.Date = DayIn(parts[i])
		}
		if s.Date == "" && i > 0 {
			s.Date = DayIn(folders(parts[i-1], parts[i]))
		}
		if s.Publication == "" {
			s.Publication = paperIn(parts[i])
		}
	}
	return s
}

// folders writes a folder and the one in it so that a day shows: 2025-02/26, 2025/02-26 and 202502/26 are one.
func folders(outer, inner string) string {
	if len(outer) == 6 && len(inner) == 2 && strings.Trim(outer, "0123456789") == "" {
		outer = outer[:4] + "-" + outer[4:]
	}
	return outer + "-" + inner
}

// Stem is the name of a file without folders and its last extension: what pages are called.
func Stem(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// DayIn finds the one day that s writes. Two different days are none.
func DayIn(s string) string {
	found := ""
	for _, digits := range groups(s) {
		iso, ok := dayOf(digits)
		if !ok {
			continue
		}
		if found != "" && found != iso {
			return ""
		}
		found = iso
	}
	return found
}

// groups lists the runs of digits of s that may be a day: eight digits, or four, two and two with one sign or word between.
func groups(s string) [][3]string {
	var runs []string
	var gaps []string // before each run
	gap, run := "", ""
	for _, r := range s + "\n" {
		if r >= '0' && r <= '9' {
			run += string(r)
			continue
		}
		if run != "" {
			runs, gaps = append(runs, run), append(gaps, gap)
			run, gap = "", ""
		}
		gap += string(r)
	}
	var out [][3]string
	for i, r := range runs {
		if len(r) == 8 {
			out = append(out, [3]string{r[:4], r[4:6], r[6:]})
		}
		if len(r) == 4 && i+2 < len(runs) && between(gaps[i+1]) && between(gaps[i+2]) {
			out = append(out, [3]string{r, runs[i+1], runs[i+2]})
		}
	}
	return out
}

func between(gap string) bool { return len([]rune(gap)) == 1 && strings.Contains("-_./年月", gap) }

func dayOf(ymd [3]string) (string, bool) {
	for i := 1; i < 3; i++ {
		if len(ymd[i]) == 1 {
			ymd[i] = "0" + ymd[i]
		}
	}
	iso := ymd[0] + "-" + ymd[1] + "-" + ymd[2]
	day, err := time.Parse(time.DateOnly, iso)
	return iso, err == nil && ofPapers(day)
}

// paperIn is the first run of Chinese characters in s that ends in 报, as 乌海日报-20250226-p1 has one.
func paperIn(s string) string {
	run := []rune{}
	for _, r := range s + "\n" {
		if r >= 0x4e00 && r <= 0x9fff {
			run = append(run, r)
			continue
		}
		for end := len(run); end > 2; end-- {
			if run[end-1] == '报' {
				return string(run[:end])
			}
		}
		run = run[:0]
	}
	return ""
}

// pageIn is the number behind a p, page or 第, or before 版: p1, page-2, 第03版.
func pageIn(s string) string {
	rs := []rune(strings.ToLower(s))
	for i := 0; i < len(rs); i++ {
		if rs[i] < '0' || rs[i] > '9' {
			continue
		}
		j := i
		for j < len(rs) && rs[j] >= '0' && rs[j] <= '9' {
			j++
		}
		before, after := string(rs[:i]), string(rs[j:])
		marked := strings.HasPrefix(after, "版") || strings.HasSuffix(before, "第")
		for _, m := range []string{"p", "p-", "page", "page-", "page_"} {
			head, ok := strings.CutSuffix(before, m)
			marked = marked || ok && (head == "" || !letter(head[len(head)-1]))
		}
		if n := strings.TrimLeft(string(rs[i:j]), "0"); marked && n != "" && j-i <= 3 {
			return n
		}
		i = j
	}
	return ""
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' }
