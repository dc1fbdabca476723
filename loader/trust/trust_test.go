package trust

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	table, err := Parse("# remark\nall\t90\t100\nperson\t48\t50\nperson.name\t30\t30\nperson.call\t1\t19\nevent.visit\t20\t38\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		rule, family string
		want         int
	}{
		{"person.name", "person.name", 969},                  // 31/32
		{"person.name.given", "person.name", 969},            // no row of its own
		{"person.call", "person", 942},                       // 19 cases are too few: the parent's 49/52
		{"person.part", "person", 942},                       // never judged
		{"event.visit.leader", "event.visit", 525},           // 21/40
		{"event.meeting", "all", 892},                        // 91/102
		{"personal", "all", 892},                             // a name that only begins alike
		{"given.byline", "all", 1000},                        // read by no rule
		{"", "all", 892},                                     // a claim must have a rule, yet nothing breaks
		{"person..name", "person", 942},                      // nor by a dot too many
		{"title.apposition.parent.parent", "all", 892},       // nor by a long name
		{"event.visit.context.of.which", "event.visit", 525}, // a family far up
	} {
		if got := table.Of(c.rule); got != c.want {
			t.Errorf("%q: %d, want %d", c.rule, got, c.want)
		}
		if got := table.Family(c.rule).Name; got != c.family {
			t.Errorf("%q has the family %s, want %s", c.rule, got, c.family)
		}
	}
	for rule, want := range map[string]bool{"person.new": true, "person": true, "title.list": false, "personal": false, "given.byline": true} {
		if table.Knows(rule) != want {
			t.Errorf("Knows(%q) = %v", rule, !want)
		}
	}
}

func TestParseNamesBrokenLines(t *testing.T) {
	for text, want := range map[string]string{
		"all\t1\t2\nperson\t3": "line 2", "all\t3\t2": "line 1", "all\t-1\t2": "line 1", "all\tx\t2": "line 1", "all\t1\tx": "line 1",
		"\t1\t2": "line 1", "person\t1\t2": "all", "all\t1\t2\nall\t1\t2": "line 2: all stands twice",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// The built-in table is whole: it has every kind of fact, and no family says more cases than the one round it.
func TestDefault(t *testing.T) {
	table := Default()
	for _, name := range []string{All, "person", "title", "place", "org", "agreement", "event", "figure", "speech", "byline"} {
		if f := table.Family(name); f.Name != name {
			t.Errorf("%s has %s's figures", name, f.Name)
		}
	}
	for _, f := range table.Families() {
		up := Parent(f.Name)
		if up == "" {
			up = All
		}
		if g, ok := table.byName[up]; f.Name != All && (!ok || g.Judged < f.Judged || g.Right < f.Right) {
			t.Errorf("%v is more than %v", f, g)
		}
	}
}
