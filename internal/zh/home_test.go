package zh

import "testing"

func TestAtHome(t *testing.T) {
	for behind, want := range map[string]bool{
		"家中，问寒问暖": true, "家，": true, "家里": true,
		"家具厂": false, "说": false, "家": false, "": false, "的家中": false,
	} {
		if got := AtHome([]rune(behind)); got != want {
			t.Errorf("%q: %v, want %v", behind, got, want)
		}
	}
}
