package zh

import "unicode"

// IsHan reports whether r is a Han character (an ideograph or 〇 or 々), not a radical and not punctuation.
func IsHan(r rune) bool {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return true
	case r < 0x3005:
		return false
	case r == '〇' || r == '々':
		return true
	case r >= 0x3400 && r <= 0x4DBF, r >= 0xF900 && r <= 0xFAFF, r >= 0x20000 && r <= 0x3FFFD:
		return true
	}
	return false
}

// OpensParen reports whether r opens a parenthesis, of either width.
func OpensParen(r rune) bool { return r == '（' || r == '(' }

// ShutsParen reports whether r shuts a parenthesis, of either width.
func ShutsParen(r rune) bool { return r == '）' || r == ')' }

// IsMiddleDot reports whether r is one of the dots that stand between the parts of a transliterated name.
func IsMiddleDot(r rune) bool {
	switch r {
	case '·', '•', '‧', '∙', '⋅', '・', '･', '●', '﹒':
		return true
	}
	return false
}

// IsSpace reports whether r is whitespace of any width, or invisible (zero-width, byte order mark, soft hyphen).
func IsSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\u3000':
		return true
	case '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u00AD':
		return true
	}
	return r > 0x7F && unicode.IsSpace(r)
}

// IsDigit reports whether r is an Arabic digit, half or full width.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// IsLatin reports whether r is a Latin letter, half or full width.
func IsLatin(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	case r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ':
		return true
	}
	return r < 0x250 && unicode.Is(unicode.Latin, r)
}

// EndsSentence reports whether r closes a sentence: 。！？ and their half-width forms, or a line feed.
func EndsSentence(r rune) bool {
	switch r {
	case '。', '！', '？', '!', '?', '\n':
		return true
	}
	return false
}

// EndsClause reports whether r closes a clause: what ends a sentence, and ，；： with their half-width forms.
func EndsClause(r rune) bool {
	switch r {
	case '，', '；', '：', ',', ';', ':':
		return true
	}
	return EndsSentence(r)
}

func isQuote(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '"', '\'', '「', '」', '『', '』', '〝', '〞', '〟', '`', '′', '″':
		return true
	}
	return false
}
