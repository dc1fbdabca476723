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

// Read fills r.Facts from r's text and mentions. It changes nothing else of r; the same reading gives the same facts.
func Read(r *reading.Reading) {
	d := discourse.New(r)
	r.Facts.Utterances = speech.Read(d)
	r.Facts.Events = event.Read(d, r.Facts.Utterances)
	r.Facts.Bylines = bylines(d)
	r.Facts.Statistics = figure.Read(d)
	r.Facts.Agreements = agreement.Read(d, r.Facts.Events)
	agreement.Attach(r.Facts.Events, r.Facts.Agreements)
}
