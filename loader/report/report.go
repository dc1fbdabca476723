// Package report counts what a load did, and names what it passed over or could not read, so that nothing is lost without
// a word.
package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// Report is the sum of a load. Counts are of what was read and applied, of documents that stood twice the later one, a file
// that was read once more counting twice;
// documents that stood in the store already, claim for claim, are Unchanged.
type Report struct {
	Files               int       `json:"files"`
	Known               int       `json:"known"` // files that haven't changed since they were read
	Documents           int       `json:"documents"`
	Unchanged           int       `json:"unchanged"`
	Articles            int       `json:"articles"`
	Claims              int       `json:"claims"`
	Remainders          int       `json:"remainders"`          // stretches of pages that no article claimed
	RemainderCharacters int       `json:"remainderCharacters"` // code points
	Unresolved          int       `json:"unresolved"`          // spans seen and not claimed
	Damaged             int       `json:"damaged"`             // articles marked as spun, injected or doubled
	Fiction             int       `json:"fiction"`             // articles marked as fiction
	Waits               int       `json:"waits"`               // transactions that waited for another writer
	LongestWaitMS       int64     `json:"longestWaitMs"`       // of them, in milliseconds
	Retries             int       `json:"retries"`             // transactions begun once more, since the store lost or gave up the first
	Failed              []Problem `json:"failed"`
	Skipped             []Problem `json:"skipped"`
	Doubled             []Problem `json:"doubled"`   // documents that stood twice in this load, or in the store with quite another text from another file; the later one counts
	Differing           []Problem `json:"differing"` // documents of which flags, manifest, page and file name say different things
	Replaced            []Problem `json:"replaced"`  // documents taken out, since their files are read as others now
	Overtaken           []Problem `json:"overtaken"` // files that changed, or that another load wrote, while they were read
}

// Problem is one thing that was not read, or not as it stood, and why.
type Problem struct {
	Place string `json:"place"` // file, or file:line
	Why   string `json:"why"`
	Do    string `json:"do,omitempty"` // what to do about it, where Why doesn't say
}

// String says a problem on one line.
func (p Problem) String() string {
	s := p.Place + ": " + p.Why
	if p.Do != "" {
		s += " (" + p.Do + ")"
	}
	return s
}

// File is what became of one file.
type File struct {
	Name      string    `json:"file"`
	Known     bool      `json:"known,omitempty"` // not read: it hasn't changed since it was
	Documents int       `json:"documents"`
	Articles  int       `json:"articles"`
	Claims    int       `json:"claims"`
	Problems  []Problem `json:"failed,omitempty"`
}

// Add counts one document of the file.
func (f *File) Add(c Count) {
	f.Documents++
	f.Articles += c.Articles
	f.Claims += c.Claims
}

// WriteJSON prints a file as one line of JSON.
func (f File) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(f)
}

// Count is what one document adds to a report.
type Count struct{ Articles, Claims, Remainders, RemainderCharacters, Unresolved, Damaged, Fiction int }

// Add counts one document.
func (r *Report) Add(c Count) {
	r.Documents++
	r.Articles += c.Articles
	r.Claims += c.Claims
	r.Remainders += c.Remainders
	r.RemainderCharacters += c.RemainderCharacters
	r.Unresolved += c.Unresolved
	r.Damaged += c.Damaged
	r.Fiction += c.Fiction
}

// Take counts one document less: another one has taken its place.
func (r *Report) Take(c Count) {
	r.Documents--
	r.Articles -= c.Articles
	r.Claims -= c.Claims
	r.Remainders -= c.Remainders
	r.RemainderCharacters -= c.RemainderCharacters
	r.Unresolved -= c.Unresolved
	r.Damaged -= c.Damaged
	r.Fiction -= c.Fiction
}

// Forget takes out what was told of a file that is read once more.
func (r *Report) Forget(file string) {
	for _, list := range []*[]Problem{&r.Failed, &r.Skipped, &r.Doubled, &r.Differing} {
		*list = slices.DeleteFunc(*list, func(p Problem) bool {
			rest, ok := strings.CutPrefix(p.Place, file)
			return ok && (rest == "" || strings.ContainsAny(rest[:1], ":!/#,"))
		})
	}
}

// Fail notes what could not be read, and what to do about it.
func (r *Report) Fail(place string, err error, do string) {
	r.Failed = append(r.Failed, Problem{place, err.Error(), do})
}

// Skip notes what was passed over by rule.
func (r *Report) Skip(place, why string) {
	r.Skipped = append(r.Skipped, Problem{Place: place, Why: why})
}

// Double notes a document that stood twice in one load.
func (r *Report) Double(place, why string) {
	r.Doubled = append(r.Doubled, Problem{Place: place, Why: why})
}

// Differ notes that the sources of a document's paper, home, day or page say different things.
func (r *Report) Differ(place, why string) {
	r.Differing = append(r.Differing, Problem{Place: place, Why: why})
}

// Replace notes that a file gives another document of the same page than before, which was taken out.
func (r *Report) Replace(place, why string) {
	r.Replaced = append(r.Replaced, Problem{Place: place, Why: why})
}

// Overtake notes that a file isn't in the store as it is, and what to do about it.
func (r *Report) Overtake(place, why, do string) {
	r.Overtaken = append(r.Overtaken, Problem{place, why, do})
}

// Turns adds how transactions of the load came to write: how many waited, the longest of them, and how many were begun once
// more.
func (r *Report) Turns(waits int, longest time.Duration, retries int) {
	r.Waits += waits
	r.LongestWaitMS = max(r.LongestWaitMS, longest.Milliseconds())
	r.Retries += retries
}

// toldWait is the wait that a person is told of.
const toldWait = time.Second

func (r *Report) writeTurns(w io.Writer) error {
	longest := time.Duration(r.LongestWaitMS) * time.Millisecond
	if longest < toldWait && r.Retries == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "other writers: %s for them, %.1f s at most; %s tried again\n", Number(r.Waits, "wait"), longest.Seconds(), Number(r.Retries, "transaction"))
	return err
}

// Write prints the report for a person, the problems by name.
func (r *Report) Write(w io.Writer) error {
	unchanged := ""
	if r.Unchanged > 0 {
		unchanged = fmt.Sprintf(" (%d unchanged)", r.Unchanged)
	}
	files := ""
	if r.Files > 0 || r.Documents == 0 {
		files = Number(r.Files, "file") + ": " // none where stored texts were read again
	}
	_, err := fmt.Fprintf(w, "read %s%s%s, %s, %s\n", files, Number(r.Documents, "document"), unchanged, Number(r.Articles, "article"), Number(r.Claims, "claim"))
	if err != nil {
		return err
	}
	if r.Known > 0 {
		if _, err := fmt.Fprintf(w, "not read again: %s unchanged\n", Number(r.Known, "file")); err != nil {
			return err
		}
	}
	if r.Remainders+r.Unresolved > 0 {
		if _, err := fmt.Fprintf(w, "left over: %s (%s), %s unresolved\n", Number(r.Remainders, "remainder"), Number(r.RemainderCharacters, "character"), Number(r.Unresolved, "span")); err != nil {
			return err
		}
	}
	if r.Damaged+r.Fiction > 0 {
		if _, err := fmt.Fprintf(w, "marked: %d damaged, %d fiction; their claims count for less\n", r.Damaged, r.Fiction); err != nil {
			return err
		}
	}
	if err := r.writeTurns(w); err != nil {
		return err
	}
	for _, list := range []struct {
		what     string
		problems []Problem
	}{{"failed", r.Failed}, {"skipped", r.Skipped}, {"doubled", r.Doubled}, {"differing", r.Differing}, {"replaced", r.Replaced}, {"overtaken", r.Overtaken}} {
		for _, p := range list.problems {
			if _, err := fmt.Fprintf(w, "%s: %s\n", list.what, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// WriteJSON prints the report as one line of JSON.
func (r *Report) WriteJSON(w io.Writer) error {
	out := *r
	for _, list := range []*[]Problem{&out.Failed, &out.Skipped, &out.Doubled, &out.Differing, &out.Replaced, &out.Overtaken} {
		if *list == nil {
			*list = []Problem{}
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
