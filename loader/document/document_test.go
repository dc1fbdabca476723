package document_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/loader/article"
	"github.com/baopu/baopu/loader/document"
	"github.com/baopu/baopu/loader/source"
)

const body = "本报讯（记者 林溪）昨日，市委召开会议，研究部署下一步的工作。会议指出，要抓好落实。"

// The order of trust: flag or manifest, masthead or record, file name, and for the home the paper's name.
func TestSaid(t *testing.T) {
	cases := []struct {
		name string
		in   document.Source
		want source.Said
	}{
		{
			"file name",
			document.Source{Name: "绍兴日报-20240502-p3.txt", Format: document.Page, Text: "会议召开\n\n" + body},
			source.Said{Publication: "绍兴日报", Place: "浙江省绍兴市", Date: "2024-05-02", Page: "3"},
		},
		{
			"masthead before file name",
			document.Source{Name: "绍兴日报-20240502-p3.txt", Format: document.Page, Text: "湖州日报\n2024年5月1日　星期三\n\n会议召开\n\n" + body},
			source.Said{Publication: "湖州日报", Place: "浙江省湖州市", Date: "2024-05-01", Page: "3"},
		},
		{
			"flag before masthead",
			document.Source{
				Name: "x.txt", Format: document.Page, Text: "湖州日报\n2024年5月1日　星期三\n\n会议召开\n\n" + body,
				Said: source.Said{Date: "2024-04-30", Place: "江苏省扬州市"},
			},
			source.Said{Publication: "湖州日报", Place: "江苏省扬州市", Date: "2024-04-30"},
		},
		{
			"record",
			document.Source{Name: "a-20240502.jsonl:7", Format: document.Record, Text: `{"title":"题","publication":"绍兴日报","page":"2"}`},
			source.Said{Publication: "绍兴日报", Place: "浙江省绍兴市", Date: "2024-05-02", Page: "2"},
		},
		{
			"flag before record",
			document.Source{Name: "a.jsonl:7", Format: document.Record, Text: `{"title":"题","publishedAt":"2024-05-01"}`, Said: source.Said{Date: "2024-05-03"}},
			source.Said{Date: "2024-05-03"},
		},
		{"nobody", document.Source{Name: "a.jsonl:7", Format: document.Record, Text: `{"title":"题"}`}, source.Said{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, err := document.Read(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, d.Said); diff != "" {
				t.Error(diff)
			}
			if err := d.NeedDay(); (err == nil) != (c.want.Date != "") || err != nil && !errors.Is(err, document.ErrNoDay) {
				t.Errorf("need of a day: %v", err)
			}
			for _, a := range d.Articles {
				if a.PublishedAt != c.want.Date || a.Publication != c.want.Publication || a.PublicationPlace != c.want.Place {
					t.Errorf("article says %q %q %q", a.PublishedAt, a.Publication, a.PublicationPlace)
				}
			}
		})
	}
}

func TestReadTellsErrors(t *testing.T) {
	cases := map[string]document.Source{
		"not Chinese":      {Name: "x.txt", Format: document.Page, Text: "Lorem ipsum dolor sit amet."},
		"no day":           {Name: "x.txt", Format: document.Page, Text: body, Said: source.Said{Date: "2024-02-30"}},
		"no day in record": {Name: "x.jsonl:1", Format: document.Record, Text: `{"title":"题","publishedAt":"gestern"}`},
		"no article":       {Name: "x.jsonl:1", Format: document.Record, Text: `{"id":"x"}`},
	}
	for name, in := range cases {
		t.Run(name, func(t *testing.T) {
			if d, err := document.Read(in); err == nil {
				t.Errorf("read %+v", d)
			}
		})
	}
}

// A dateline prints no year: it is the issue's, or the year before for a day that would lie ahead.
func TestDateline(t *testing.T) {
	cases := []struct{ issue, printed, want string }{
		{"2024-05-02", "--05-01", "2024-05-01"},
		{"2024-01-02", "--12-31", "2023-12-31"},
		{"2024-05-02", "--02-30", ""},
		{"2024-05-02", "2023-02-03", "2023-02-03"},
		{"", "--05-01", ""},
	}
	for _, c := range cases {
		t.Run(c.issue+" "+c.printed, func(t *testing.T) {
			a := &article.Article{PublishedAt: c.issue, Dateline: &article.Dateline{Place: "绍兴", Date: c.printed}}
			if err := document.Complete(a); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(&article.Dateline{Place: "绍兴", Date: c.want}, a.Dateline); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Records of one document make one document, remainders apart; ids of pages count its articles.
func TestGroups(t *testing.T) {
	in := document.Source{Name: "x.jsonl:1", Format: document.Record, Text: `{"id":"p-a1","document":"p","title":"一","publishedAt":"2024-05-01","kind":"visit"}` + "\n" +
		`{"document":"p","kind":"remainder","body":"余文"}` + "\n" + `{"id":"p-a2","document":"p","title":"二","kind":"brief"}`}
	d, err := document.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	if d.Group != "p" || len(d.Articles) != 2 || len(d.Remainders) != 1 || d.Remainders[0].Text != "余文" {
		t.Fatalf("%+v", d)
	}
	if d.Articles[0].Kind != "" || d.Articles[1].Kind != article.Brief || d.Articles[1].PublishedAt != "2024-05-01" {
		t.Errorf("%+v %+v", d.Articles[0], d.Articles[1])
	}
}
