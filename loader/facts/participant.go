package facts

import (
	"cmp"
	"slices"

	"github.com/baopu/baopu/loader/reading"
)

// precedence orders the roles: a participant with several is given in the first of them (the contract, "the world and the
// facts shape").
var precedence = [...]reading.Participation{
	reading.Signatory, reading.Host, reading.Leader, reading.Counterpart, reading.Speaker,
	reading.Appointee, reading.Visitor, reading.Companion, reading.Attendee,
}

// participants gives each name once, in the order printed, in the first of all the roles that it has.
func participants(list []reading.Participant, short callings) []Participant {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b reading.Participant) int { return cmp.Compare(a.Order, b.Order) })
	var names []string
	roles := map[string][]reading.Participation{}
	for _, p := range list {
		name := short.of(p.Name)
		names = append(names, name)
		roles[name] = append(roles[name], p.Roles...)
	}
	var out []Participant
	for _, name := range distinct(names) {
		out = append(out, Participant{Name: name, Role: Maybe(first(roles[name]))})
	}
	return out
}

// first is the role of roles that stands first in precedence, "" where there is none.
func first(roles []reading.Participation) reading.Participation {
	for _, r := range precedence {
		if slices.Contains(roles, r) {
			return r
		}
	}
	return ""
}
