// Package placed reads the lines of a page whose lines have places: of a sheet, and of a dump that keeps the look of the page. Its
// columns are measured, not guessed; which of them goes on in which, and what a headline stands over, is told by place, by form
// and by words.
//
// The steps, as Sheet and Dump take them:
//
//	dump.go      a dump that keeps the look of the page becomes a sheet
//	placed.go    the stretches of its layout become spots; cut.go parts from them what their first and last lines are by words
//	kind.go      each spot is told to be text, display, a caption or the page's own (caption.go)
//	stack.go     display spots that stand together are stacked, and head.go finds what each stack stands over
//	chain.go     columns are chained, each to the one that goes on where it ends
//	arrange.go   all of it is put out in the order of reading
package placed
