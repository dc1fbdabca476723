package zh

import "strings"

// AtHome tells what stands behind the name of somebody whose home is spoken of: 何桂兰|家，, 林永和|家中.
func AtHome(behind []rune) bool {
	return len(behind) > 1 && behind[0] == '家' && strings.ContainsRune("里中，。、", behind[1])
}
