package main

import (
	"errors"
	"os/exec"
	"strconv"
)

// code is the exit code behind err as text.
func code(err error) string {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return "0"
	case errors.As(err, &exit):
		return strconv.Itoa(exit.ExitCode())
	}
	return err.Error()
}
