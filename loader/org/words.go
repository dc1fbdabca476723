package org

import "github.com/baopu/baopu/internal/zh"

// What single words tell of bodies beside the endings.

// leagues are the bodies whose committees are called after a place: 共青团习水县委.
var leagues = zh.Words("共青团 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟")

// IsLeague tells a body whose committees are called after a place: 共青团, 民盟.
func IsLeague(name string) bool { return leagues[name] }

// IsYouthLeague tells the league's committee of a level: 团县委.
func IsYouthLeague(organ string) bool {
	r := []rune(organ)
	return len(r) == 3 && r[0] == '团' && r[2] == '委'
}

// lastRunes are the characters that names of bodies end in, whatever stands in front of them: for what the tagger finds.
var lastRunes = zh.Runes("队组科站社团厂室处署行店坊院所校系馆局委台")

// MayEnd tells a character that names of bodies end in, whatever stands in front of it: 队, 馆.
func MayEnd(r rune) bool { return lastRunes[r] }
