package main

import (
	"context"
	"fmt"
	"os"
	"runtime/pprof"
	"syscall"
	"time"

	"findcare/internal/store"
)

func cpu() float64 {
	var u syscall.Rusage
	syscall.Getrusage(0, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Seconds()
}

func main() {
	s, err := store.Open(context.Background(), store.Config{DataDir: os.Args[1]})
	if err != nil {
		panic(err)
	}
	f, _ := os.Create(os.Args[2])
	pprof.StartCPUProfile(f)
	a := cpu()
	d, err := s.Load(context.Background())
	b := cpu()
	fmt.Println(len(d.Providers), "load", b-a, err)
	pprof.StopCPUProfile()
	s.Close(context.Background())
}
