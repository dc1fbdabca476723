// Package text is the text of a page's dump: code points with the places that they have in the source, the repair of what tools
// break in them, and what characters alone say: widths, stops, letters set apart.
package text
