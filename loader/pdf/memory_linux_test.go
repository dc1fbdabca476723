package pdf_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// peakOfChildren is the most memory, in MiB, that one of this process's children has held at a time: what the kernel tells as VmHWM.
func peakOfChildren() float64 {
	peak := 0
	lists, _ := filepath.Glob("/proc/self/task/*/children")
	for _, list := range lists {
		pids, err := os.ReadFile(list)
		if err != nil {
			continue // the thread has ended
		}
		for pid := range strings.FieldsSeq(string(pids)) {
			status, err := os.ReadFile("/proc/" + pid + "/status")
			if err != nil {
				continue
			}
			_, after, _ := strings.Cut(string(status), "VmHWM:")
			if fields := strings.Fields(after); len(fields) > 0 {
				kib, _ := strconv.Atoi(fields[0])
				peak = max(peak, kib)
			}
		}
	}
	return float64(peak) / 1024
}
