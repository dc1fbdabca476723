package zh

import "strings"

// Sentence is a sentence as it is printed, without what closes it, and its key: the letters and digits of Key, so that
// script, width, spaces and punctuation don't count.
type Sentence struct{ Text, Key string }

// Sentences cuts a text wherever EndsSentence says so. What holds no letter is no sentence.
func Sentences(text string) []Sentence {
	var out []Sentence
	for _, s := range strings.FieldsFunc(text, EndsSentence) {
		if key := strings.Map(letter, Key(s)); key != "" {
			out = append(out, Sentence{s, key})
		}
	}
	return out
}

func letter(r rune) rune {
	if IsHan(r) || IsDigit(r) || IsLatin(r) {
		return r
	}
	return -1
}
