package line

import (
	"strings"

	"github.com/baopu/baopu/internal/zh"
)

// labelWords are standing labels that Chinese papers share; a column of its own name shows itself by labelTails or by
// letter-spacing.
var labelWords = map[string]bool{
	"要闻": true, "时政": true, "社会": true, "民生": true, "经济": true, "文化": true, "副刊": true, "专题": true, "专版": true, "广告": true, "综合": true, "国内": true, "国际": true,
	"评论": true, "简讯": true, "短讯": true, "快讯": true, "图片新闻": true, "图片报道": true, "新闻图片": true, "导读": true, "今日导读": true, "今日看点": true, "天气预报": true, "今日天气": true, "读者来信": true,
	"编者按": true, "编后": true, "短评": true, "时评": true, "社论": true, "特稿": true, "广角": true, "本报评论": true, "新闻速览": true, "一句话新闻": true, "简明新闻": true, "新闻集锦": true,
	"教育": true, "健康": true, "科技": true, "体育": true, "财经": true, "法治": true, "三农": true, "生活": true, "旅游": true, "党建": true, "公益广告": true,
	"读书": true, "随笔": true, "散文": true, "诗歌": true, "小说": true, "杂谈": true, "杂文": true,
}

// boxWords head a box beside an article.
var boxWords = map[string]bool{
	"相关链接": true, "新闻链接": true, "链接": true, "延伸阅读": true, "名词解释": true, "小贴士": true, "温馨提示": true, "新闻背景": true, "背景链接": true, "相关新闻": true, "新闻助读": true, "小资料": true, "知识链接": true, "资料链接": true,
}

// IsStanding reports whether a text is a label that papers share.
func IsStanding(s string) bool { return labelWords[s] || boxWords[s] }

// IsBoxLabel reports whether a text heads a box.
func IsBoxLabel(s string) bool { return boxWords[s] }

var labelTails = []string{
	"新闻", "简讯", "短讯", "快讯", "快递", "速递", "评论", "导读", "要闻", "来信", "传真", "扫描", "速览", "短波", "时评", "论坛", "看点", "播报", "专栏", "专刊", "集锦", "简报", "走笔", "随笔", "视点", "快报", "在线", "一线见闻", "之窗", "广角", "微光",
}

func isLabel(s string) bool {
	s = strings.Trim(s, "■□●◆▲【】[]—-·★☆▶〖〗『』「」")
	n := len([]rune(s))
	if n == 0 || n > 10 || strings.ContainsAny(s, "，。；！？：、“”《》") {
		return false
	}
	if IsStanding(s) {
		return true
	}
	if NoticeTitle(s) {
		return false
	}
	han := true
	for _, r := range s {
		han = han && (zh.IsHan(r) || r == '·' || r == '•' || r == '/' || r == '|')
	}
	if !han {
		return false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '·' || r == '•' || r == '/' || r == '|' })
	known := 0
	for _, p := range parts {
		if labelWords[p] {
			known++
		}
	}
	if len(parts) > 1 && known == len(parts) {
		return true
	}
	if n > 7 && len(parts) == 1 {
		return false
	}
	for _, t := range labelTails {
		if strings.HasSuffix(s, t) && (len(parts) > 1 || n <= len([]rune(t))+4) {
			return true
		}
	}
	return false
}
