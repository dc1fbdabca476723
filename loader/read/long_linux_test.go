package read_test

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/facts"
	"github.com/baopu/baopu/loader/read"
)

// An article of the most characters that one may have takes as much longer as it is longer, whatever it repeats, and not the square
// of that: one line of a file would hold up a load for minutes.
func TestLongArticles(t *testing.T) {
	const times = 8
	for _, sentence := range []string{
		"市长崔景英会见了代表团。",
		"市委书记崔景英与上海市副市长何丽华出席仪式，乌海市人民政府与国家电网有限公司签署战略合作协议。",
		"今年以来，海勃湾区新增企业1200家，同比增长5.2%。",
		"崔景英说：“要抓好落实。”",
		"为", "买", "北站", "北约", "交流发言", // without a full stop anywhere
	} {
		t.Run(sentence, func(t *testing.T) {
			n := article.MaxLength / len([]rune(sentence))
			part := strings.Repeat(sentence, n/times)
			timeOf(t, part) // tables are unpacked
			few := min(timeOf(t, part), timeOf(t, part))
			all := timeOf(t, strings.Repeat(sentence, n))
			t.Logf("%v, and %v of %d times as much", few, all, times)
			if all > 4*times*few {
				t.Error("that is no more in line with its length")
			}
		})
	}
}

// An article in which hundreds are called by an office of which a state has one takes no more than the square of their number.
func TestManyHeadsOfState(t *testing.T) {
	const times = 4
	var all strings.Builder
	var few string
	for i := range 400 {
		if i == 400/times {
			few = all.String()
		}
		surname, given := []rune("张王李赵刘陈杨黄周吴徐孙胡朱高林何郭马罗"), []rune("建国志远春明文海长安晓东平军立宏伟永强庆")
		fmt.Fprintf(&all, "%c%c华总书记指出，要抓好落实。", surname[i%len(surname)], given[i/len(surname)])
	}
	timeOf(t, few) // tables are unpacked
	short := min(timeOf(t, few), timeOf(t, few))
	long := min(timeOf(t, all.String()), timeOf(t, all.String()))
	t.Logf("%v, and %v of %d times as many", short, long, times)
	if long > 2*times*times*short {
		t.Error("that is more than the square of their number")
	}
}

// timeOf is the processor's time that a text takes.
func timeOf(t *testing.T, body string) time.Duration {
	t.Helper()
	began := used(t)
	a := &article.Article{ID: "x", Title: "会见", PublishedAt: "2025-02-26", PublicationPlace: "内蒙古自治区乌海市", Body: body}
	facts.From(read.Article(a))
	return used(t) - began
}

// used is the time that this process has had of the processors.
func used(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
