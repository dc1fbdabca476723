package reading

import "strings"

// levels are the levels of divisions that one character names, down to the county, the simple and the full forms of each.
const levels = "省市县縣区區州旗盟"

// IsLevel tells a character that names a level of divisions by itself: 市, 县, 盟. Townships and villages (镇, 乡, 村) are none.
func IsLevel(r rune) bool { return strings.ContainsRune(levels, r) }
