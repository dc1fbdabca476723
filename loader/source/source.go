// Package source is the first step of the loader: from the bytes of a file to text, and from what the user, a manifest, the
// page itself and the file's name say to the paper, its home and its day. It opens no files.
package source

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/baopu/baopu/internal/zh"
)

// Said is what somebody says of a page or an article: the paper, the full path of its home place, its day (ISO), and the
// page's number or name. Empty fields say nothing.
type Said struct {
	Publication string `json:"publication" yaml:"publication"`
	Place       string `json:"publicationPlace" yaml:"publicationPlace"`
	Date        string `json:"publishedAt" yaml:"publishedAt"`
	Page        string `json:"page" yaml:"page"`
}

// Else is s, and other where s says nothing. The order of trust is flag, manifest, masthead, file name.
func (s Said) Else(other Said) Said {
	return Said{
		Publication: cmp.Or(s.Publication, other.Publication),
		Place:       cmp.Or(s.Place, other.Place),
		Date:        cmp.Or(s.Date, other.Date),
		Page:        cmp.Or(s.Page, other.Page),
	}
}

// Voice is somebody who says something of a document: a flag, the manifest, the page, a file's name.
type Voice struct {
	Who string
	Said
}

// Settle is what the voices say together, the earlier counting before the later, and a line for each thing of which two
// say something different. Pages are compared as numbers, and a home's path holds its short forms.
func Settle(voices ...Voice) (said Said, differ []string) {
	fields := []struct {
		what string
		of   func(*Said) *string
		same func(a, b string) bool
	}{
		{"paper", func(s *Said) *string { return &s.Publication }, samePaper},
		{"home", func(s *Said) *string { return &s.Place }, func(a, b string) bool { return strings.HasSuffix(a, b) || strings.HasSuffix(b, a) }},
		{"day", func(s *Said) *string { return &s.Date }, func(a, b string) bool { return a == b }},
		{"page", func(s *Said) *string { return &s.Page }, func(a, b string) bool { return strings.TrimLeft(a, "0") == strings.TrimLeft(b, "0") }},
	}
	for _, f := range fields {
		who := ""
		for _, v := range voices {
			told, own := *f.of(&v.Said), f.of(&said)
			switch {
			case told == "":
			case *own == "":
				*own, who = told, v.Who
			case !f.same(*own, told):
				differ = append(differ, fmt.Sprintf("the %s is %s by %s, which counts, and %s by %s", f.what, *own, who, told, v.Who))
			}
		}
	}
	return said, differ
}

// samePaper holds a name and one with more in it (乌海日报, 乌海日报社) for one.
func samePaper(a, b string) bool {
	a, b = zh.Key(a), zh.Key(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// Check says whether the day is one on which a paper can have come out; nothing else of s can be wrong.
func (s Said) Check() error {
	if s.Date == "" {
		return nil
	}
	day, err := time.Parse(time.DateOnly, s.Date)
	switch {
	case err != nil:
		return fmt.Errorf("publication day %q is no day as YYYY-MM-DD", s.Date)
	case !ofPapers(day):
		return fmt.Errorf("publication day %s: the year must be one of %d to %d", s.Date, firstYear, lastYear)
	}
	return nil
}

// The years in which Chinese dailies come out: the first one did in 1872. What lies beyond is a slip of the pen.
const (
	firstYear = 1872
	lastYear  = 2200
)

func ofPapers(day time.Time) bool { return day.Year() >= firstYear && day.Year() <= lastYear }
