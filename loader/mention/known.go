package mention

// Costs of a name that stands firmly elsewhere in the article, by how it reads.
const (
	knownName = 4 // 周金星
	knownWord = 9 // 计划: a name here, a word nearly everywhere
	knownPart = 7 // 索洛明 of 安德烈·索洛明
)

// knownAt tries the known names that start at i.
func (l *lattice) knownAt(i, start, end int) {
	for _, w := range l.first[l.v.runes[i]] {
		j := i + len(w)
		if i > start && dot(l.v.runes[i-1]) || j < end && dot(l.v.runes[j]) {
			continue
		}
		if j <= end && string(l.v.runes[i:j]) == string(w) {
			l.step(start, arc{token{kind: name, start: i, end: j, known: true, script: l.scripts[string(w)]}, l.known[string(w)]})
		}
	}
}

func (l *lattice) index() {
	l.first = map[rune][][]rune{}
	for w := range l.known {
		r := []rune(w)
		l.first[r[0]] = append(l.first[r[0]], r)
	}
}

// begins tells whether a name that the article has elsewhere begins at i.
func (l *lattice) begins(i, end int) bool {
	for _, w := range l.first[l.v.runes[i]] {
		if len(w) > 1 && i+len(w) <= end && string(w) == l.v.text(i, i+len(w)) {
			return true
		}
	}
	return false
}
