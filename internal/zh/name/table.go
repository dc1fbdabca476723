package name

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh/embedded"
	"github.com/baopu/baopu/internal/zh/lexicon"
	"github.com/baopu/baopu/internal/zh/wordlist"
)

// table.txt.gz is written by tools/gazetteer: a line each of compound surnames, Japanese surnames and parts of minorities'
// names, then a row a character: the logs of its probabilities in hundredths of a nat, in text, as a surname ("" if it is
// none), as first and second character of a given name of two, as the only one, in a transliterated name (0: never).
//
//go:embed table.txt.gz
var tableData []byte

// char is what is known of one character: logs of probabilities.
type char struct {
	isSurname, isForeign                        bool
	isHead                                      bool // a compound or Japanese surname or a part of a name begins with it
	text, surname, first, second, only, foreign float32
	trait                                       uint8
}

type table struct {
	pages     [256]*[256]char // by the high and low byte of a BMP character
	compounds *wordlist.List
	japanese  *wordlist.List
	parts     *wordlist.List
	total     float64 // the logarithm of the lexicon's total
}

var tableOnce = sync.OnceValue(decode)

func decode() *table {
	data := embedded.Inflate("name", tableData)
	rows := string(data)
	t := &table{total: math.Log(float64(lexicon.Default().Total()))}
	for _, l := range []**wordlist.List{&t.compounds, &t.japanese, &t.parts} {
		var line string
		line, rows, _ = strings.Cut(rows, "\n")
		*l = wordlist.New(64, 256)
		for w := range strings.FieldsSeq(line) {
			(*l).Add(w)
		}
		(*l).Done()
	}
	for line := range strings.Lines(rows) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		r := []rune(f[0])[0]
		if r > 0xFFFF {
			continue
		}
		c := t.own(r)
		*c = char{
			f[2] != "", f[6] != "0", false,
			nats(f[1]), nats(f[2]), nats(f[3]), nats(f[4]), nats(f[5]), nats(f[6]), 0,
		}
		c.weigh()
	}
	for _, l := range []*wordlist.List{t.compounds, t.japanese, t.parts} {
		for n := range l.Len() {
			t.own(l.Word(n)[0]).isHead = true
		}
	}
	return t
}

// own is what is known of r, a character of the BMP, to be filled in.
func (t *table) own(r rune) *char {
	page := &t.pages[r>>8]
	if *page == nil {
		*page = new([256]char)
		for i := range *page {
			(*page)[i] = unknown
		}
	}
	return &(*page)[r&0xFF]
}

func nats(field string) float32 {
	n, _ := strconv.Atoi(field) // "" is 0
	return float32(n) / 100
}

// unknown is a character that the table lacks: rare, so rather of a name than of a text.
var unknown = char{text: -15, first: -12, second: -12, only: -12, trait: 3 << 2}

func (t *table) char(r rune) *char {
	if r >= 0 && r <= 0xFFFF {
		if p := t.pages[r>>8]; p != nil {
			return &p[r&0xFF]
		}
	}
	return &unknown
}

// IsSurname reports whether r is a single surname; of a folded text.
func IsSurname(r rune) bool { return tableOnce().char(r).isSurname }

// Surname is the length of the surname that begins in text at i: 2 or more for compound ones, 1, or 0 for none. 司 in 司马 is
// no surname of its own.
func Surname(text []rune, i int) int {
	if i < 0 || i >= len(text) {
		return 0
	}
	t := tableOnce()
	c := t.char(text[i])
	n := 0
	if c.isHead {
		t.compounds.Each(text, i, func(_, end int) { n = end - i })
	}
	if n == 0 && c.isSurname {
		n = 1
	}
	return n
}
