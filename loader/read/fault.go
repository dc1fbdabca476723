package read

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// Guard runs step and returns its error. A panic of it is a fault of this program: it becomes an error that says where it rose,
// so that the other articles and files are read.
func Guard(step func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a fault of the reader, please report it: %v at %s", p, firstFrame(debug.Stack()))
		}
	}()
	return step()
}

// firstFrame is the place in our own code where a panic rose.
func firstFrame(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "panic(") && i+3 < len(lines) {
			frame, _, _ := strings.Cut(strings.TrimSpace(lines[i+3]), " ")
			return frame
		}
	}
	return "an unknown place"
}
