package place

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/baopu/baopu/internal/zh"
)

var knownNames = sync.OnceValue(func() *zh.Table[bool] {
	names := map[string]bool{}
	for _, name := range KnownNames() {
		names[name] = true
	}
	return zh.TableOf(names)
})

// Known tells a built place that everybody knows by its name alone, wherever it stands: 故宫, 首都机场, 中央大街. None is a name that
// several towns have or that everyday text makes (12个园区).
func Known(name string) bool { return knownNames().At(name) }

// KnownNames is all of them.
func KnownNames() []string {
	var names []string
	for line := range strings.Lines(known) {
		if name := strings.TrimSpace(line); name != "" && !strings.HasPrefix(name, "#") {
			names = append(names, name)
		}
	}
	return names
}

// NationalHall tells what one place of China is called behind the word 国家: 大剧院.
func NationalHall(kind string) bool { return hallWords()[kind] }

var hallWords = sync.OnceValue(func() map[string]bool { return zh.Words(halls) })

// halls stand behind 国家 in the names of what there is one of.
const halls = `大剧院 博物馆 图书馆 体育场 体育馆 速滑馆 游泳中心 会议中心 会展中心 美术馆 植物园 典籍博物馆 海洋博物馆 自然博物馆 动物博物馆 话剧院 奥体中心 奥林匹克体育中心 跳台滑雪中心 高山滑雪中心 雪车雪橇中心 档案馆 京剧院`

// known is a name a line; a line that begins with # says what they are.
//
//go:embed known.txt
var known string
