package text

// Pos is where a code point of the source stands: line and column, both counted from 0, the column in code points of the
// line as it was read.
type Pos struct{ Line, Column int32 }

// Text is a stretch of repaired text with the source position of each of its code points.
type Text struct {
	Runes []rune
	At    []Pos // by code point
}

// String is the text alone.
func (t *Text) String() string { return string(t.Runes) }

// Len is the count of its code points.
func (t *Text) Len() int { return len(t.Runes) }

// Add appends one code point.
func (t *Text) Add(r rune, p Pos) {
	t.Runes = append(t.Runes, r)
	t.At = append(t.At, p)
}

// Join appends u.
func (t *Text) Join(u Text) {
	t.Runes = append(t.Runes, u.Runes...)
	t.At = append(t.At, u.At...)
}

// Slice is the part from i to j; it shares memory with t, and growing it copies.
func (t *Text) Slice(i, j int) Text {
	return Text{Runes: t.Runes[i:j:j], At: t.At[i:j:j]}
}

// Trim is t without space at both ends.
func (t *Text) Trim() Text {
	i, j := 0, len(t.Runes)
	for i < j && IsSpace(t.Runes[i]) {
		i++
	}
	for j > i && IsSpace(t.Runes[j-1]) {
		j--
	}
	return t.Slice(i, j)
}

// Without is t without the code points for which drop is true.
func (t *Text) Without(drop func(i int) bool) Text {
	out := Text{Runes: make([]rune, 0, len(t.Runes)), At: make([]Pos, 0, len(t.Runes))}
	for i, r := range t.Runes {
		if !drop(i) {
			out.Add(r, t.At[i])
		}
	}
	return out
}

// Joined is a with b behind it, in memory of its own.
func Joined(a, b Text) Text {
	t := Text{Runes: make([]rune, 0, a.Len()+b.Len()), At: make([]Pos, 0, a.Len()+b.Len())}
	t.Join(a)
	t.Join(b)
	return t
}

// Spaced is a and b with a space between; b alone where a is empty.
func Spaced(a, b Text) Text {
	if a.Len() == 0 {
		return b
	}
	t := Joined(a, Text{Runes: []rune{' '}, At: []Pos{a.At[a.Len()-1]}})
	t.Join(b)
	return t
}
