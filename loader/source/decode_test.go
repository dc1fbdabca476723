package source_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/baopu/baopu/loader/source"
)

const (
	latin       = "GDP: 5.2% (2024), 昨日，市委召开会议。\n"
	simplified  = "本报讯（记者 某某）昨日，市委、市政府召开会议，研究部署下一步的工作。𠮷野家\n第二段，也是一样。"
	traditional = "本報訊（記者 某某）昨日，市政府召開會議，研究部署下一步的工作，並發表講話。"
)

func encode(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	cases := []struct {
		name string
		in   []byte
		want string
		err  error
	}{
		{"UTF-8", []byte(simplified), simplified, nil},
		{"UTF-8 with a mark", []byte("\xef\xbb\xbf" + simplified), simplified, nil},
		{"GB18030", encode(t, simplifiedchinese.GB18030, simplified), simplified, nil},
		{"GBK", encode(t, simplifiedchinese.GBK, "市长说，好。"), "市长说，好。", nil},
		{"Big5", encode(t, traditionalchinese.Big5, traditional), traditional, nil},
		{"UTF-16 little endian with a mark", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), simplified), simplified, nil},
		{"UTF-16 big endian with a mark", encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), simplified), simplified, nil},
		{"UTF-16 without a mark", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), latin), latin, nil},
		{"GB18030 of four bytes", encode(t, simplifiedchinese.GB18030, "市长说，𠮷野镇好。"), "市长说，𠮷野镇好。", nil},
		{"HTML of GBK that says gb2312", encode(t, simplifiedchinese.GBK, webpage("gb2312", "市长说，好。")), webpage("gb2312", "市长说，好。"), nil},
		{"HTML of Big5", encode(t, traditionalchinese.Big5, webpage("big5", "會")), webpage("big5", "會"), nil},
		{"HTML of EUC-JP", encode(t, japanese.EUCJP, webpage("euc-jp", "会議を開いた")), webpage("euc-jp", "会議を開いた"), nil},
		{"HTML of UTF-8 that says gb2312", []byte(webpage("gb2312", simplified)), webpage("gb2312", simplified), nil},
		{"HTML that names an encoding that isn't", encode(t, simplifiedchinese.GBK, webpage("utf-8", "市长说，好。")), webpage("utf-8", "市长说，好。"), nil},
		{"line ends", []byte("一\r\n二\r三"), "一\n二\n三", nil},
		{"nothing", nil, "", source.ErrEmpty},
		{"white space", []byte(" \n\t\u3000\n"), "", source.ErrEmpty},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\xff\xfe\xd8"), "", source.ErrBinary},
		{"control characters", []byte(strings.Repeat("\x01\x02ab", 50)), "", source.ErrBinary},
		{"no encoding", []byte("\xff\xff\xff\x80\x81\xff"), "", source.ErrBinary},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := source.Decode(c.in)
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

func webpage(charset, text string) string {
	return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head><body>` + text + "</body></html>"
}

// A file that is cut short, or has a byte wrong, is not read as something else; the line is named.
func TestDecodeDamaged(t *testing.T) {
	text := strings.Repeat(simplified+"\n", 9)
	gb := encode(t, simplifiedchinese.GB18030, text)
	at := bytes.Index(gb, encode(t, simplifiedchinese.GB18030, "\n"+simplified)) + 20
	cases := []struct {
		name string
		in   []byte
		says string
	}{
		{"UTF-8 cut short", []byte(text[:len(text)-3]), "line 18: "},
		{"UTF-8 with a mark", []byte("\xef\xbb\xbf会\xff议"), "line 1: "},
		{"GB18030 with a byte wrong", slices.Concat(gb[:at], []byte{0xff}, gb[at:]), "line 3: "},
		{"GB18030 cut short", gb[:len(gb)-2], "(GB18030)"},
		{"UTF-16 cut short", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text+"𠮷")[:2*len([]rune(text))+22], "(UTF-16)"},
		{"HTML that says so", append([]byte(webpage("gb18030", strings.Repeat("a", 200))), 0xff), "(GB18030)"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := source.Decode(c.in)
			if got != "" || !errors.Is(err, source.ErrDamaged) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

// Whatever the bytes: valid UTF-8 with single line feeds, or one of the three errors.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(simplified))
	f.Add([]byte("\xff\xfe\x00"))
	f.Add([]byte("a\x00b\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := source.Decode(b)
		if err != nil {
			if s != "" || !errors.Is(err, source.ErrEmpty) && !errors.Is(err, source.ErrBinary) && !errors.Is(err, source.ErrDamaged) && !errors.Is(err, source.ErrLater) {
				t.Errorf("%q, %v", s, err)
			}
			return
		}
		if !utf8.ValidString(s) || strings.Contains(s, "\r") || strings.TrimSpace(s) == "" {
			t.Errorf("%q became %q", b, s)
		}
	})
}

func TestChinese(t *testing.T) {
	for s, want := range map[string]bool{
		simplified: true, traditional: true, "": false, "Lorem ipsum dolor sit amet, 你好": false, "GDP增长5%": true,
		"int main(void) { return 0; }": false,
	} {
		if got := source.Chinese(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}
