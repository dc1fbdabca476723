package mention

import "github.com/baopu/baopu/internal/zh"

// formerWords say before a place, an organisation or a title that a post is past.
var formerWords = zh.TableOf(zh.Words("原 前 前任 时任 曾任 已故 原任"))
