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

// Read fills r.Facts from r's text and mentions. It changes nothing else of r; the same reading gives the same facts, in
// traditional characters and with full-width digits too.
func Read(r *reading.Reading) {
	c, g := disguised(r)
	d := discourse.New(c)
	var f reading.Facts
	f.Utterances = speech.Read(d)
	f.Events = event.Read(d, f.Utterances)
	f.Bylines = bylines(d)
	f.Statistics = figure.Read(d)
	f.Agreements = agreement.Read(d, f.Events)
	agreement.Attach(f.Events, f.Agreements)
	if g != nil {
		g.facts(&f)
	}
	r.Facts = f
}
