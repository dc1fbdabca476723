// Package page rebuilds the articles of one newspaper page from a plain-text dump of it: from its lines and their order
// alone, or from lines with places. It finds columns, joins wrapped lines, tells headlines, bylines, captions and furniture apart,
// and gives each headline to its text by place and by shared words, as one scored decision over the whole page. It is pure, and it
// loses nothing: what no article claims is a remainder, with its place.
//
// The steps are packages below this one, each a function from a value to a value:
//
//	text.Lines     the source, repaired, as lines
//	placed.Dump    lines in the order of reading with the widths of their columns, of a dump that keeps the look of the page;
//	placed.Sheet   the same of a sheet;
//	order.Read     the same of any other dump
//	part.Read      paragraphs and display lines with their roles; part.Reunite moves the rests of torn columns
//	plan.Decide    which of them are one article: drafts
//
// and this package writes the drafts out. Beside them, line is one line read by its words, words compares texts by what they share,
// assign is the assignment of headlines to texts and of columns to columns.
package page
