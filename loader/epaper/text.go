package epaper

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/baopu/baopu/internal/zh"
)

// silent are the elements whose text nobody reads on the page: scripts and styles among them, which are never run.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true,
	atom.Svg: true, atom.Math: true, atom.Form: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Head: true,
	atom.Map: true, atom.Audio: true, atom.Video: true, atom.Canvas: true,
}

// inline are the elements that don't end a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Big: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true,
	atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true,
	atom.Strike: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true,
	atom.Ins: true, atom.Del: true, atom.Cite: true, atom.Code: true,
}

// lines is the text below n as a reader sees it: a line for each paragraph, cell rows with a space between cells, white
// space closed up, the indent of two wide spaces gone. What skip says is left out.
func lines(n *html.Node, skip func(*html.Node) bool) []string {
	var c collector
	c.skip = skip
	c.walk(n)
	c.end()
	return c.lines
}

// line is the text below n on one line: headlines in two lines are joined by a space.
func line(n *html.Node) string { return strings.Join(lines(n, nil), " ") }

type collector struct {
	lines []string
	now   strings.Builder
	skip  func(*html.Node) bool
}

// walk is as deep as the parser lets a page be: 512 elements.
func (c *collector) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		c.now.WriteString(n.Data)
		return
	case html.ElementNode:
		if silent[n.DataAtom] || c.skip != nil && c.skip(n) {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	cell := n.DataAtom == atom.Td || n.DataAtom == atom.Th
	breaks := n.Type == html.ElementNode && !inline[n.DataAtom] && !cell && n.DataAtom != 0
	if breaks {
		c.end()
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child)
	}
	switch {
	case breaks:
		c.end()
	case cell:
		c.now.WriteByte(' ')
	}
}

// end closes a line. White space of a source file (line feeds, tabs) stands for nothing between Chinese characters.
func (c *collector) end() {
	s := closed(c.now.String())
	c.now.Reset()
	if s != "" {
		c.lines = append(c.lines, s)
	}
}

func closed(s string) string {
	var out []rune
	space, feed := false, false
	for _, r := range s {
		if zh.IsSpace(r) || r == '\n' || r == '\r' || r == '\t' || r == '\u00a0' || r == '\ufeff' || r == '\u200b' {
			space = true
			feed = feed || r == '\n'
			continue
		}
		if space && len(out) > 0 && !(feed && zh.IsHan(r) && zh.IsHan(out[len(out)-1])) {
			out = append(out, ' ')
		}
		space, feed = false, false
		out = append(out, r)
	}
	return string(out)
}
