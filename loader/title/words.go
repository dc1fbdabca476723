package title

import "github.com/baopu/baopu/internal/zh"

// What single words say to the grammar of posts.

// formerWords say before a place, an organisation or a title that a post is past.
var formerWords = zh.TableOf(zh.Words("原 前 前任 时任 曾任 已故 原任"))

// IsFormer tells a word that says before a place, an organisation or a title that a post is past: 原, 时任.
func IsFormer(word string) bool { return formerWords.At(word) }

// stateHeads are the heads of state and government, and their ministers, whose country stands before or not at all.
var stateHeads = zh.Words("总检察长 检察总长 国家安全顾问 国家情报总监 部长官 处长官 总统 总理 首相 国王 女王 外长 防长 财长 国务卿 外相 王储 大臣 议长 众议长 参议长 总书记 主席 国家主席 委员长")

// IsOfState tells the head of a title of state: 总统, 外长.
func IsOfState(head string) bool { return stateHeads[head] }
