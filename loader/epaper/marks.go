package epaper

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// maxMarks is how many marked texts of a page are looked at; pages have one, or a copy for the printer too.
const maxMarks = 4

// enclose makes an element founder-content of what stands between the comments enpcontent and /enpcontent of Founder's
// older systems, so that rules can select it.
func enclose(root *html.Node) {
	var opens []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.CommentNode && strings.TrimSpace(n.Data) == "enpcontent" {
			opens = append(opens, n)
		}
		if len(opens) == maxMarks {
			break
		}
	}
	for _, open := range opens {
		var between []*html.Node
		closed := false
		for n := open.NextSibling; n != nil && !closed; n = n.NextSibling {
			closed = n.Type == html.CommentNode && strings.TrimSpace(n.Data) == "/enpcontent"
			if !closed {
				between = append(between, n)
			}
		}
		if !closed {
			continue
		}
		box := &html.Node{Type: html.ElementNode, Data: "founder-content"}
		open.Parent.InsertBefore(box, open)
		for _, n := range between {
			n.Parent.RemoveChild(n)
			box.AppendChild(n)
		}
	}
}

var propertyField = regexp.MustCompile(`(?s)<(title|introtitle|subtitle|author|date|nodename)>(.*?)</(title|introtitle|subtitle|author|date|nodename)>`)

// properties are the fields of the comment in which Founder's systems describe an article (enpproperty):
// <title>…</title><introtitle>…</introtitle><date>2016-10-31 09:28:27.0</date> …
func properties(root *html.Node) map[string]string {
	for n := range root.Descendants() {
		if n.Type != html.CommentNode || !strings.HasPrefix(strings.TrimSpace(n.Data), "enpproperty") {
			continue
		}
		out := map[string]string{}
		for _, m := range propertyField.FindAllStringSubmatch(n.Data, -1) {
			if m[1] == m[3] && out[m[1]] == "" {
				out[m[1]] = plainText(m[2])
			}
		}
		return out
	}
	return nil
}

// plainText is the text of a field, which may hold HTML of its own.
func plainText(s string) string {
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return ""
	}
	return line(n)
}
