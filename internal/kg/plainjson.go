package kg

import (
	"strconv"
	"strings"
)

// plain reads the JSON that MarshalText of this package writes, and no other: a page of articles has hundreds of parts, and
// encoding/json took longer to read them than the store did to find them. ok falls where the text is another; whoever reads
// it asks encoding/json then.
type plain struct {
	rest string
	ok   bool
}

// plainList calls item for each item of the list that b is, at its first byte, and says whether all of b was read.
func plainList(b []byte, item func(*plain)) bool {
	p := &plain{string(b), true}
	p.literal("[")
	for p.ok && !strings.HasPrefix(p.rest, "]") {
		item(p)
		if !strings.HasPrefix(p.rest, "]") {
			p.literal(",")
			p.ok = p.ok && !strings.HasPrefix(p.rest, "]")
		}
	}
	p.literal("]")
	return p.ok && p.rest == ""
}

func (p *plain) literal(s string) {
	rest, ok := strings.CutPrefix(p.rest, s)
	p.rest, p.ok = rest, p.ok && ok
}

func (p *plain) number() int {
	n := 0
	for n < len(p.rest) && n < 10 && '0' <= p.rest[n] && p.rest[n] <= '9' {
		n++
	}
	i, err := strconv.Atoi(p.rest[:n])
	p.rest, p.ok = p.rest[n:], p.ok && err == nil && (n == 1 || p.rest[0] != '0')
	return i
}

// word is a string of lower-case letters.
func (p *plain) word() string {
	p.literal(`"`)
	n := 0
	for n < len(p.rest) && 'a' <= p.rest[n] && p.rest[n] <= 'z' {
		n++
	}
	w := p.rest[:n]
	p.rest = p.rest[n:]
	p.literal(`"`)
	return w
}
