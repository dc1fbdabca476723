package source

import "strings"

// htmlHead is how far into a file its first tags are looked for.
const htmlHead = 4096

// htmlTags are tags that open HTML, a saved fragment of it too.
var htmlTags = []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<table"}

// HTML says whether a file's text is HTML, by its first character and first tags.
func HTML(text string) bool {
	head := strings.TrimLeft(text[:min(len(text), htmlHead)], " \t\n\ufeff")
	if !strings.HasPrefix(head, "<") {
		return false
	}
	head = strings.ToLower(head)
	for _, t := range htmlTags {
		if strings.Contains(head, t) {
			return true
		}
	}
	return false
}
