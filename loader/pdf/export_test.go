package pdf

// NewInside is a reader whose PDFium runs in this process.
func NewInside(l Limits) *Reader {
	r := NewReader(l)
	r.start.Do(func() {
		box := &sandbox{limits: r.limits}
		r.engine, r.err = box, box.open(true)
	})
	return r
}
