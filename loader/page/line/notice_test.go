package line

import "testing"

func TestNoticeOfABody(t *testing.T) {
	if !NoticeWords([]rune("因管网改造施工，我公司定于3月10日8时至18时暂停供应。")) {
		t.Error("a body that speaks of itself gives notice")
	}
}
