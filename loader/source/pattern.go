package source

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// placeholders are what a pattern for file names may ask for, and what each may be.
var placeholders = map[string]string{
	"date":  `\d{8}|\d{4}[-_.年]\d{1,2}[-_.月]\d{1,2}`,
	"year":  `\d{4}`,
	"month": `\d{1,2}`,
	"day":   `\d{1,2}`,
	"page":  `[A-Za-z]?\d{1,3}`,
	"paper": `[^/]+?`,
}

// piece is a placeholder, a star, or one other character of a pattern.
var piece = regexp.MustCompile(`\{[^{}]*\}?|\*|.`)

// pattern reads what a file's path says: {year}/{month}{day}/{paper}-{page}.txt.
type pattern struct{ re *regexp.Regexp }

// parsePattern reads a pattern: literal text, * for anything but a slash, and {date}, {year}, {month}, {day}, {page}, {paper}.
// It is held against the end of a path, folder by folder; an extension may be left out.
func parsePattern(s string) (pattern, error) {
	seen := map[string]bool{}
	expr := `(?:^|/)`
	for _, p := range piece.FindAllString(s, -1) {
		name := strings.Trim(p, "{}")
		switch what, ok := placeholders[name]; {
		case p == "*":
			expr += `[^/]*`
		case !strings.HasPrefix(p, "{"):
			expr += regexp.QuoteMeta(p)
		case !ok || !strings.HasSuffix(p, "}"):
			return pattern{}, fmt.Errorf("pattern %q: no placeholder is called %s", s, p)
		case seen[name]:
			return pattern{}, fmt.Errorf("pattern %q: %s stands twice", s, p)
		default:
			seen[name] = true
			expr += "(?P<" + name + ">" + what + ")"
		}
	}
	if day := seen["month"] && seen["day"] && seen["year"]; (seen["month"] || seen["day"] || seen["year"]) && !day {
		return pattern{}, fmt.Errorf("pattern %q: a day needs {year}, {month} and {day}, or {date}", s)
	}
	re, err := regexp.Compile(expr + `(?:\.\w{1,6})?$`)
	return pattern{re}, err
}

// read is what the path says by the pattern; false where it doesn't fit, or names a day that isn't one.
func (p pattern) read(path string) (Said, bool) {
	m := p.re.FindStringSubmatch(path)
	if m == nil {
		return Said{}, false
	}
	field := func(name string) string {
		if i := p.re.SubexpIndex(name); i >= 0 {
			return m[i]
		}
		return ""
	}
	s := Said{Publication: field("paper"), Page: strings.TrimLeft(field("page"), "0")}
	if p.re.SubexpIndex("date") >= 0 {
		s.Date = DayIn(field("date"))
		return s, s.Date != ""
	}
	if p.re.SubexpIndex("year") >= 0 {
		day, err := time.Parse("2006-1-2", field("year")+"-"+field("month")+"-"+field("day"))
		if err != nil {
			return Said{}, false
		}
		s.Date = day.Format(time.DateOnly)
	}
	return s, true
}
