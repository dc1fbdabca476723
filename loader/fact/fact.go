// Package fact reads what an article says happened, was signed, was counted and was said, from its mentions. Each kind of
// fact is read by its own package over one discourse.
package fact

import (
	"github.com/baopu/baopu/loader/agreement"
	"github.com/baopu/baopu/loader/discourse"
	"github.com/baopu/baopu/loader/event"
	"github.com/baopu/baopu/loader/figure"
	"github.com/baopu/baopu/loader/reading"
	"github.com/baopu/baopu/loader/speech"
)

// Read fills r.Facts from r's text and mentions, and the dates of posts that verbs give or take, and adds the bodies that only sign to
// r.Organizations. It changes nothing else of r; the same reading gives the same facts, in traditional characters and with full-width digits too.
func Read(r *reading.Reading) {
	c, g := disguised(r)
	var f reading.Facts
	divisions := discourse.DivisionsOf(c.Places)
	days := map[reading.Span]string{}
	for _, one := range items(c) {
		d := discourse.NewOf(one, divisions)
		add(&f, story(d))
		appointments(d, days)
	}
	give(r, days)
	f.Bylines = bylines(c)
	if g != nil {
		g.facts(&f)
	}
	r.Facts = f
	signed(r)
}

// story is what d tells, read as one report.
func story(d *discourse.Discourse) reading.Facts {
	var f reading.Facts
	f.Utterances = speech.Read(d)
	f.Events = event.Read(d, f.Utterances)
	f.Statistics = figure.Read(d)
	f.Agreements = agreement.Read(d, f.Events)
	agreement.Attach(d, f.Events, f.Agreements)
	return f
}

// add appends the facts of the next report of an article to f.
func add(f *reading.Facts, g reading.Facts) {
	before := len(f.Events)
	for _, e := range g.Events {
		if e.PartOf >= 0 {
			e.PartOf += before
		}
		f.Events = append(f.Events, e)
	}
	f.Utterances = append(f.Utterances, g.Utterances...)
	f.Statistics = append(f.Statistics, g.Statistics...)
	f.Agreements = append(f.Agreements, g.Agreements...)
}
