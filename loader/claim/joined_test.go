package claim

import "testing"

// What the end of a body's or place's name and the beginning of the title have in common is said once.
func TestJoined(t *testing.T) {
	for _, c := range []struct {
		name, title string
		least       int
		want        string
	}{
		{"安仁县监察委员会", "县监察委员会主任", 2, "安仁县监察委员会主任"},
		{"某国国会", "国会主席", 2, "某国国会主席"},
		{"某国议会上院", "议会上院议长", 2, "某国议会上院议长"},
		{"安仁县", "县长", 1, "安仁县长"},
		{"安仁县", "书记", 1, "安仁县书记"},
		{"云岭公司", "司机", 2, "云岭公司司机"},
	} {
		t.Run(c.name+c.title, func(t *testing.T) {
			if got := joined(c.name, c.title, c.least); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
