package export

import (
	"bytes"
	"encoding/xml"
)

// markup is a piece of XML in the making. What XML 1.0 has no place for (most control characters) is written as U+FFFD.
type markup struct{ bytes.Buffer }

// tag begins an element; attributes are pairs of name and value. How it ends says the caller: by ">" or "/>".
func (m *markup) tag(name string, attributes ...string) {
	m.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		m.WriteString(" " + attributes[i] + `="`)
		m.text(attributes[i+1])
		m.WriteByte('"')
	}
}

func (m *markup) text(s string) {
	_ = xml.EscapeText(m, []byte(s)) // a buffer takes all
}
