package unfit

import (
	"slices"
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// twice is the marks that no text doubles. …… and —— are one mark each; ！！ and ？？ are somebody's temper.
const twice = "，。、；："

// particles are characters that never stand twice side by side.
const particles = "的在与将被把从向及"

// shortest and longest are the lengths of phrases that a fault in copying prints twice. Words of two characters may be said
// twice with a purpose (研究研究).
const (
	shortest = 3
	longest  = 12
)

// doubled finds marks, particles and phrases that stand twice.
func doubled(text []rune, _ sights) signs {
	var s signs
	for i := 0; i+1 < len(text); i++ {
		if text[i] == text[i+1] && (strings.ContainsRune(twice, text[i]) || strings.ContainsRune(particles, text[i]) && alone(text, i)) {
			s.add(1, i, i+2)
			i++
			continue
		}
		if n := again(text, i); n > 0 {
			s.add(1, i, i+2*n)
			i += 2*n - 1
		}
	}
	return s
}

// alone tells a doubled particle from one that belongs to a word beside it: 目的的, 实实在在.
func alone(text []rune, i int) bool {
	switch text[i] {
	case '的':
		return i > 0 && !strings.ContainsRune("目标有中", text[i-1])
	case '在':
		return i > 0 && !strings.ContainsRune("实存自现内所", text[i-1]) && (i+2 == len(text) || text[i+2] != '在')
	}
	return true
}

// again is the length of the phrase at i that stands twice in a row, 0 if none does. What is said of one after the other is none
// (一个节点一个节点), nor is a phrase of two characters over and over, or one with a mark in it.
func again(text []rune, i int) int {
	if text[i] == '一' {
		return 0
	}
	for n := min(longest, (len(text)-i)/2); n >= shortest; n-- {
		if text[i] == text[i+n] && twin(text[i:i+n], text[i+n:i+2*n]) {
			return n
		}
	}
	return 0
}

// twin reports whether a and b are the same Han characters, more than two of them different.
func twin(a, b []rune) bool {
	kinds := 0
	for k, r := range a {
		if r != b[k] || !zh.IsHan(r) {
			return false
		}
		if !slices.Contains(a[:k], r) {
			kinds++
		}
	}
	return kinds > 2
}
