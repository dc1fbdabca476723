package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baopu/baopu/internal/export"
	"github.com/baopu/baopu/internal/kg"
)

// tablesOf writes g as tables and gives these by name, as they are.
func tablesOf(t *testing.T, g graph) map[string]string {
	t.Helper()
	var b bytes.Buffer
	if err := export.CSV(t.Context(), &b, g); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if _, twice := out[f.Name]; err != nil || twice {
			t.Fatalf("%s: twice %v, %v", f.Name, twice, err)
		}
		out[f.Name] = string(text)
	}
	return out
}

// rowsOf reads a table by the heads of its columns, without their types.
func rowsOf(t *testing.T, table string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		values := map[string]string{}
		for i, head := range rows[0] {
			name, kind, _ := strings.Cut(head, ":")
			if name == "" {
				name = kind
			}
			values[name] = row[i]
		}
		out = append(out, values)
	}
	return out
}

func TestCSV(t *testing.T) {
	tables := tablesOf(t, sample())
	want := "id:ID,:LABEL,key:string,name:string,articleCount:int,firstSeen:string,lastSeen:string," +
		"aliases:string[],gender:string,ethnicity:string,scope:string,official:boolean\r\n" +
		"p-1,Person;Entity,甲|乙市,甲<b>,2,2025-02-26,,,,,,true\r\n"
	if diff := cmp.Diff(want, tables["nodes/Person.csv"]); diff != "" {
		t.Error(diff)
	}
	want = ":START_ID,:END_ID,:TYPE,id,articleCount:int,confidence:int,firstDate:string,lastDate:string,firstPublished:string,lastPublished:string," +
		"count:int,spans:string,evidenceCount:int,evidenceArticle:string,evidenceQuote:string,evidenceSentence:string\r\n" +
		`a-1,p-1,MENTIONS,f-1,1,900,2025-02-26,,,,1,"[{""start"":2,""end"":3}]",1,a-1,甲,甲说。` + "\r\n"
	if diff := cmp.Diff(want, tables["edges/MENTIONS.csv"]); diff != "" {
		t.Error(diff)
	}
	if got, want := len(tables), len(kg.NodeKinds)+len(kg.EdgeKinds); got != want {
		t.Errorf("%d tables, want one for each kind: %d", got, want)
	}
}

// A new field of the schema is a column.
func TestCSVOfEveryKind(t *testing.T) {
	tables := tablesOf(t, everyKind(t))
	for _, s := range kg.NodeKinds {
		row := rowsOf(t, tables["nodes/"+string(s.Kind)+".csv"])[0]
		row["kind"], _, _ = strings.Cut(row["LABEL"], ";")
		hasFields(t, string(s.Kind), slices.Concat(kg.CommonNodeFields, s.Fields), row)
	}
	for _, s := range kg.EdgeKinds {
		row := rowsOf(t, tables["edges/"+string(s.Kind)+".csv"])[0]
		row["kind"] = row["TYPE"]
		hasFields(t, string(s.Kind), slices.Concat(kg.CommonEdgeFields, s.Fields), row)
	}
}

func TestCSVOfHostileTexts(t *testing.T) {
	tables := tablesOf(t, hostileGraph())
	const safe = "'=1+1]]>\n\r\t\"'<&;,\\\ufffd\ufffd\ufffe\U0001f600"
	person, said := rowsOf(t, tables["nodes/Person.csv"])[0], rowsOf(t, tables["edges/SAID.csv"])[0]
	if person["name"] != safe || rowsOf(t, tables["nodes/Article.csv"])[0]["text"] != safe || said["verb"] != safe || said["evidenceQuote"] != safe {
		t.Errorf("%q, %q", person, said)
	}
	if want := strings.Replace(safe, ";", "；", 1) + ";b；c"; person["aliases"] != want {
		t.Errorf("a list: %q, want %q", person["aliases"], want)
	}
}

// No cell begins as a formula does; numbers stay what they are.
func TestCSVForSpreadsheets(t *testing.T) {
	for text, want := range map[string]string{
		"=HYPERLINK(1)": "'=HYPERLINK(1)", "+1+1": "'+1+1", "-1+cmd|' /C calc'!A0": "'-1+cmd|' /C calc'!A0", "@SUM(1)": "'@SUM(1)", "\t=1": "'\t=1",
		"\r=1": "'\r=1", "＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠1": "'＠1", "'=1": "''=1",
		"-3.2%": "-3.2%", "+5": "+5", "-3.2%\n": "'-3.2%\n", "1=1": "1=1", "甲": "甲", "": "",
	} {
		g := graph{records: []kg.Record{{Node: &kg.Observation{Head: kg.Head{ID: "s-1", Kind: kg.ObservationKind}, Change: text, Number: -3}}}}
		row := rowsOf(t, tablesOf(t, g)["nodes/Observation.csv"])[0]
		if row["change"] != want || row["number"] != "-3" {
			t.Errorf("%q: %q, want %q; a number: %q", text, row["change"], want, row["number"])
		}
	}
}
