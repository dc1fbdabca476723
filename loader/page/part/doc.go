// Package part makes the parts of a page out of its lines: paragraphs of body text, and display lines, each with its role.
//
// paragraph.go joins the lines of a column into paragraphs; part.go gives roles, and mends what a dump has torn; notice.go ties who
// signs a notice, and the day, to its text; reunite.go moves the rest of a column that breaks off behind its beginning, in dumps.
package part
