// Package date finds date expressions in Chinese text and resolves them against the day of publication: full dates, bare
// months and days, relative words, ranges. What the text leaves open stays open; nothing is guessed, and days that no
// calendar has are no dates.
package date

import "github.com/baopu/baopu/internal/zh"

// Date is one expression. Start and End are its span in runes, half open, with what belongs to it (25日上午). From and To are
// partial ISO dates (2025-02-25, 2025-02, 2025), To only for ranges of more than one; both "" where Vague is set: 近日, or a
// word that leans on a date which isn't there.
type Date struct {
	Start, End int
	From, To   string
	Vague      bool
	Stated     bool // with its own year: doesn't depend on the publication
}

// Find is the date expressions of text in order. Published is the publication's ISO day; without it ("") only stated years
// resolve. A dateline (新华社北京2月24日电) sets the day that 今天 and 昨天 count from in the rest of the text.
//
// A bare month or day is the nearest one that isn't after the publication, and the nearest one that isn't before it where the
// clause says 将, 拟, 定于, 计划 or the like. A bare day takes the month of the nearest earlier expression with a day, or of
// a month in its sentence, else the publication's; a bare month takes the year stated earlier in its sentence.
func Find(text []rune, published string) []Date {
	r := resolver{text: text, base: parseDay(published)}
	r.published = r.base
	var out []Date
	for i := 0; i < len(text); {
		if zh.EndsSentence(text[i]) {
			r.sentence(text[i] == '\n')
		}
		e, ok := scan(text, i)
		if !ok {
			i++
			continue
		}
		if d, ok := r.resolve(e); ok {
			out = append(out, d)
		}
		i = e.end
	}
	return out
}
