// Package source is the first step of the loader: from the bytes of a file to text, and from what the user, a manifest, the
// page itself and the file's name say to the paper, its home and its day. It opens no files.
package source

import (
	"cmp"
	"fmt"
	"time"
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

// Check says whether the day is one; nothing else of s can be wrong.
func (s Said) Check() error {
	if s.Date == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, s.Date); err != nil {
		return fmt.Errorf("publication day %q is no day as YYYY-MM-DD", s.Date)
	}
	return nil
}
