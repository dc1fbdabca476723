// Package line reads the lines of a page one by one: what each is by the grammar of its words (a byline, a label, the page's own,
// a note that an article goes on elsewhere), how it may begin and end a paragraph, and, of a page with positions, its place.
// What only other lines far away can tell is left to those that put lines in order.
//
// line.go measures a line; class.go, label.go, masthead.go, day.go, jump.go, notice.go and caption.go read its words; opener.go
// reads how articles begin; column.go has the measures of columns that several steps share; place.go is a line's place.
package line
