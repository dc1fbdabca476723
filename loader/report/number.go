package report

import "fmt"

// Number is n things in words: 1 document, 2 documents.
func Number(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
