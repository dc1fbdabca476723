package facts

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/reading"
)

// From maps a reading to facts by the table "the world and the facts shape" of the contract. It folds what was
// read several times into one entry, and calls a body everywhere by the short name that the article writes where one so short would
// not be known by its full one (written); it decides nothing else about the text. The same reading gives the same facts, in the same
// order.
func From(r *reading.Reading) Facts {
	names := called(r.Organizations)
	f := Facts{
		Bylines:       bylines(r),
		Persons:       persons(r.People, names),
		Places:        places(r.Places),
		Organizations: organizations(r.Organizations, names),
		Agreements:    agreements(r.Agreements, names),
		Events:        events(r.Events, names),
		Statistics:    statistics(r.Statistics, names),
		Speakers:      speakers(r.Utterances, names),
	}
	if a := r.Article; a != nil {
		f.ID, f.Title, f.PublishedAt = a.ID, Maybe(a.Title), Maybe(a.PublishedAt)
	}
	return f.whole()
}

// bylines is the credits given with the article, then those found in it, each name and role once.
func bylines(r *reading.Reading) []Byline {
	var out []Byline
	add := func(b article.Byline) {
		credit := Byline{Name: b.Name, Role: Maybe(b.Role)}
		if b.Name != "" && !slices.Contains(out, credit) {
			out = append(out, credit)
		}
	}
	if r.Article != nil {
		for _, b := range r.Article.Bylines {
			add(b)
		}
	}
	for _, c := range r.Bylines {
		add(c.Byline)
	}
	return out
}

func persons(people []reading.Person, names callings) []Person {
	var out []Person
	at := map[string]int{}
	for _, p := range people {
		i, ok := at[p.Name]
		if !ok {
			i = len(out)
			at[p.Name] = i
			out = append(out, Person{Name: p.Name})
		}
		for _, q := range p.Posts {
			out[i].Posts = mergePost(out[i].Posts, post(q, names))
		}
	}
	return out
}

// post is q as facts write it: an occupation is no office, and careful readers differ on it.
func post(q reading.Post, names callings) Post {
	status := q.Status
	if status == "" {
		status = reading.Current
	}
	return Post{Title: Maybe(q.Title), Place: Maybe(q.Place), Org: Maybe(names.of(q.Org)), Status: Maybe(status), Optional: q.Occupation}
}

// mergePost adds q to list, one entry a post. Two statements are one post where the titles are equal and neither states
// another place or organisation; it keeps the fuller place and organisation, and the first status that says more than
// that the post is held.
func mergePost(list []Post, q Post) []Post {
	for i := range list {
		p := &list[i]
		if p.Title != q.Title || !agree(p.Place, q.Place) || !agree(p.Org, q.Org) {
			continue
		}
		p.Place, p.Org = cmp.Or(p.Place, q.Place), cmp.Or(p.Org, q.Org)
		if p.Status == Maybe(reading.Current) {
			p.Status = q.Status
		}
		p.Optional = p.Optional && q.Optional
		return list
	}
	return append(list, q)
}

func agree(a, b Maybe) bool { return a == "" || b == "" || a == b }

// places gives countries and divisions as admin, the rest by their own type; each name and type once.
func places(list []reading.Place) []Place {
	var out []Place
	for _, p := range list {
		if q := (Place{Name: p.Name, Type: Maybe(p.Type)}); p.Name != "" && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	return out
}

func organizations(list []reading.Organization, names callings) []Organization {
	var out []Organization
	for _, o := range list {
		name := names.of(o.Name)
		same := func(x Organization) bool { return x.Name == name }
		if !slices.ContainsFunc(out, same) {
			out = append(out, Organization{Name: name, Type: Maybe(cmp.Or(o.Type, "other"))})
		}
	}
	return out
}

func agreements(list []reading.Agreement, names callings) []Agreement {
	var out []Agreement
	for _, a := range list {
		b := Agreement{
			Title: Maybe(a.Title), Date: Maybe(a.Date), Status: Maybe(a.Status),
			Parties: distinct(names.all(a.Parties)), Sectors: distinct(a.Sectors),
		}
		if a.Count > 0 {
			b.Count = &a.Count
		}
		out = append(out, b)
	}
	return out
}

func events(list []reading.Event, names callings) []Event {
	var out []Event
	for _, e := range list {
		out = append(out, Event{
			Type: string(e.Type), Name: Maybe(e.Name), Start: Maybe(e.Start), End: Maybe(e.End), Place: Maybe(e.Place),
			Participants: participants(e.Participants, names),
		})
	}
	return out
}

// statistics leaves out what has no number: a figure is its value.
func statistics(list []reading.Statistic, names callings) []Statistic {
	var out []Statistic
	for _, s := range list {
		value, ok := number(s.Value)
		if !ok {
			continue
		}
		t := Statistic{
			Indicator: Maybe(s.Indicator), Value: value, Unit: Maybe(s.Unit),
			Subject: Maybe(names.of(s.Subject)), Period: Maybe(s.Period), Change: Maybe(s.Change),
		}
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// number is a decimal as JSON writes numbers: what JSON can't (+5, 007, .5) in its shortest exact form, else as it is.
func number(decimal string) (json.Number, bool) {
	v, err := strconv.ParseFloat(decimal, 64)
	if err != nil {
		return "", false
	}
	if json.Valid([]byte(decimal)) {
		return json.Number(decimal), true
	}
	plain := strconv.FormatFloat(v, 'f', -1, 64)
	return json.Number(plain), json.Valid([]byte(plain))
}

func speakers(list []reading.Utterance, names callings) []string {
	var out []string
	for _, u := range list {
		out = append(out, names.of(u.Speaker))
	}
	return distinct(out)
}

// distinct is list without empty strings and repetitions, in order.
func distinct(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
