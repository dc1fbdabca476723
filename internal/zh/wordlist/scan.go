package wordlist

// Found is word N of a list, which stands in a text from Start to End, with its value.
type Found struct {
	N, Start, End int32
	Value         uint16
}

// block is how many positions of a text are looked up in step.
const block = 64

// pair is what a list has of a position: the head's own word, and the words that begin with its two characters.
type pair struct {
	lo, hi           uint32 // in seconds, of the head
	head, first, end uint32 // the head as a word, the words behind both: the first, and the one behind the last
	alone, both      bool   // the head is a word; the first of those words is the pair
	values           [2]uint16
}

// Scan appends to dst every word that stands in text, by its start, the shortest first: Each of one position after the other. It looks
// up many positions step by step, so that reads of the tables, which wait for memory, wait together.
func (l *List) Scan(dst []Found, text []rune) []Found {
	var at [block]pair
	for from := 0; from < len(text); from += block {
		to := min(from+block, len(text))
		l.heed(&at, text[from:to])
		l.pairs(&at, text[from:min(to+1, len(text))], to-from)
		for i := from; i < to; i++ {
			dst = l.found(dst, &at[i-from], text, i)
		}
	}
	return dst
}

// heed finds what stands behind each head.
func (l *List) heed(at *[block]pair, text []rune) {
	for k, r := range text {
		lo, hi := l.head(code(r))
		at[k] = pair{lo: uint32(lo), hi: uint32(hi)}
	}
}

// pairs finds the words behind each head and the character that follows it, where text, which goes on one character more, has one.
func (l *List) pairs(at *[block]pair, text []rune, n int) {
	for k := range at[:n] {
		p := &at[k]
		if p.lo == p.hi {
			continue
		}
		p.alone, p.head = l.seconds[p.lo] == 0, l.firsts[p.lo]&^pairMark
		p.values[0] = l.tails[p.head].value
		if k+1 == len(text) {
			continue
		}
		s, ok := l.second(int(p.lo), int(p.hi), code(text[k+1]))
		first := l.firsts[s]
		p.both, p.first, p.end = first&pairMark != 0, first&^pairMark, l.firsts[s+1]&^pairMark
		p.values[1] = l.tails[p.first].value
		if !ok {
			p.end = p.first
		}
	}
}

// found appends the words at i, of which p is known.
func (l *List) found(dst []Found, p *pair, text []rune, i int) []Found {
	yield := func(n, end int) { dst = append(dst, Found{int32(n), int32(i), int32(end), l.tails[n].value}) }
	if code(text[i]) == lastCode || i+1 < len(text) && code(text[i+1]) == lastCode {
		l.eachBeyond(text, i, yield)
		return dst
	}
	if p.alone {
		dst = append(dst, Found{int32(p.head), int32(i), int32(i + 1), p.values[0]})
	}
	if p.first == p.end {
		return dst
	}
	n := p.first
	if p.both {
		dst = append(dst, Found{int32(n), int32(i), int32(i + 2), p.values[1]})
		n++
	}
	if n < p.end {
		l.eachLonger(int(n), int(p.end), text, i, yield)
	}
	return dst
}
