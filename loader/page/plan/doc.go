// Package plan decides over a whole page at once which of its paragraphs are one article, and which headline is whose, and hands
// out the articles as drafts.
//
// It begins with the least that surely belongs together:
//
//	block.go     paragraphs with what is bound to them, captions
//	unit.go      lines that may be headlines, or halves of lines that hold two
//
// A plan (plan.go) joins blocks, ties lines that are one headline, and assigns the headlines to the texts. It is the best that is
// found by turning one link at a time, its score the sum of
//
//	join.go      a block goes on in the next: by place, by shared words, and (onward.go) by its first words
//	ties.go      two display lines are one headline: oneline.go says what speaks for it, speech.go of which text each speaks
//	match.go     a headline is a text's: by words (terms.go), by place, by its look (form.go)
//
// Then bind.go makes drafts of what was decided, headline.go adds the lines about headlines and the bylines, stack.go those of
// stacks whose places are known, roles.go tells kicker, title and second headline apart, and draft.go hands them out.
package plan
