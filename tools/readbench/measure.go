package main

import (
	"runtime"
	"slices"
	"syscall"
)

// cost is what some work took: seconds of the CPU, user and system, with the collector's; what it allocated; and the bytes that are
// in use behind it.
type cost struct {
	seconds            float64
	allocations, bytes float64
	heap               uint64
}

func measure(work func()) cost {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	t := cpu()
	work()
	took := cpu() - t
	runtime.ReadMemStats(&after)
	c := cost{seconds: took, allocations: float64(after.Mallocs - before.Mallocs), bytes: float64(after.TotalAlloc - before.TotalAlloc)}
	runtime.GC()
	runtime.ReadMemStats(&after)
	c.heap = after.HeapAlloc
	return c
}

// cpu is the seconds of the CPU that this process has taken.
func cpu() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // it can't fail for the process itself
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// median is that of some measurements, which it brings into order.
func median(of []float64) float64 {
	slices.Sort(of)
	return of[len(of)/2]
}
