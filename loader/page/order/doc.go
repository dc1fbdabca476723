// Package order reads the lines of a dump that says nothing but their order: it finds the width of each line's column, and puts
// columns that a tool has mixed one behind the other. What goes on where is said by the characters at the breaks.
//
// The steps, as Read takes them:
//
//	pieces.go    a line that the tool gives in several is joined
//	upright.go   a headline that runs down the page, a character a line, is joined
//	rows.go      columns side by side in one line are taken apart, and (weave.go) their lines put into columns; between.go finds
//	             what stands between the columns of one text and those of the next
//	label.go     a label beside a headline becomes a line of its own
//	columns.go   each line is told to be body text in a column of some width, or display
//	turns.go     columns that come line by line in turn are put one behind the other (with weave.go)
//	untangle.go  so are columns that come in stretches by turns, and frames in any order
//
// strand.go is what the last two steps move: lines of one column with nothing between; joint.go is how well one goes on in another.
package order
