package org

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// Shape is a class of endings that make no name of a body wherever they stand, but do where what stands round them says that somebody acts.
type Shape uint8

// The shapes.
const (
	Trade      Shape = 1 << iota // a shop, a farm, a market, an inn: 商行, 农庄, 书店
	Generic                      // whoever is of a kind, without a name: 企业, 团队
	Department                   // of a school: 系
	House                        // what is built or founded, by its last character: 风情园, 酿酒坊
)

// shapes is the endings of each.
var shapes = [...]struct {
	shape Shape
	words []string
}{{Trade, strings.Fields(trades)}, {Generic, strings.Fields(generics)}, {Department, strings.Fields(departments)}, {House, strings.Fields(houses)}}

// none is the words that end so and are of no shape.
var none = strings.Fields(shapeless)

// Shaped tells words that end as one of the shapes does.
func Shaped(words string, of Shape) bool {
	for _, s := range shapes {
		if of&s.shape != 0 && zh.EndsWith(words, s.words...) {
			return !zh.EndsWith(words, none...)
		}
	}
	return false
}
