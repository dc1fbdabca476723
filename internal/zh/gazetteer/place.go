package gazetteer

// Kind says what sort of place.
type Kind uint8

// The kinds of place. A Zone is a development zone, farm or the like that the statistics count among divisions: it has a
// code and a parent, but no government of its own. Abroad is a city or division of a foreign country.
const (
	Division Kind = iota + 1
	Zone
	Country
	Abroad
	Region
	Natural
)

// Level says where in the hierarchy a division stands.
type Level uint8

// The levels of divisions; NoLevel for Abroad, Region and Natural. A lower number is a higher level.
const (
	NoLevel Level = iota
	Nation
	Province
	Prefecture
	County
	Township
)

// Place is one place under one name: a division that was renamed or upgraded is two places, the first of which ended.
type Place struct {
	Code     string // GB/T 2260 or 10114, ISO 3166-1 alpha-2 for countries, "" where there is none
	Name     string // its own full name: 乌海市; the usual short name for countries: 俄罗斯
	Kind     Kind
	Level    Level
	From, To string // partial ISO dates, the widest that the sources allow; "" is open

	parent, next *Place
	prior, also  *Place // the first that p succeeds; the next that has p's own successor
}

// Path is the full path that names a division (内蒙古自治区乌海市; 北京市东城区), the name for other kinds.
func (p *Place) Path() string { return p.PathAt("") }

// PathAt is Path with the names that its parents had on date, a partial ISO date; "" is today. Where a parent had more than
// one predecessor it keeps today's name.
func (p *Place) PathAt(date string) string {
	if p.Kind != Division && p.Kind != Zone {
		return p.Name
	}
	up := p.parent
	if up == nil || up.Kind == Country {
		return p.Name
	}
	return up.At(date).PathAt(date) + p.Name
}

// Parent is the division, or country, that holds p; nil for regions, natural features and countries.
func (p *Place) Parent() *Place { return p.parent }

// Successor is the division that took over most of p, directly; nil where p lasts or none is known.
func (p *Place) Successor() *Place { return p.next }

// Within reports whether p is q or lies below it.
func (p *Place) Within(q *Place) bool {
	for ; p != nil; p = p.parent {
		if p == q {
			return true
		}
	}
	return false
}

// Above is p's ancestor, or p itself, at level; nil if it has none.
func (p *Place) Above(level Level) *Place {
	for ; p != nil; p = p.parent {
		if p.Level == level {
			return p
		}
	}
	return nil
}

// ValidAt reports whether p existed on date, a partial ISO date, as far as the sources tell; "" asks about today.
func (p *Place) ValidAt(date string) bool {
	if date == "" {
		return p.To == ""
	}
	return p.From <= date+"~" && (p.To == "" || date <= p.To+"~")
}

// Rank orders places by how prominent they are: provinces and countries, prefectures, counties, the rest.
func (p *Place) Rank() int {
	switch {
	case p.Level == Nation, p.Level == Province:
		return 0
	case p.Kind == Zone:
		return 5
	case p.Level == Prefecture:
		return 1
	case p.Level == County:
		return 2
	case p.Level == Township:
		return 4
	}
	return 3
}
