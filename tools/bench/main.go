// Bench measures what a request costs findcare, in processor time, which depends least on who else uses the machine:
//
//	go run ./tools/bench                          beside other ways of serving the same answers
//	go run ./tools/bench builds --base v0.2.0     beside another build of findcare
//
// Each server runs on the first core and this command, which sends the requests, on the second.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"findcare/internal/clock"
)

type options struct {
	Compare compareCommand `cmd:"" default:"withargs" help:"Compare the servers (the default)."`
	Builds  buildsCommand  `cmd:"" help:"Compare two builds of findcare."`
	Gqlgen  gqlgenCommand  `cmd:"" hidden:"" help:"Serve the directory by gqlgen's executor."`
	Floor   floorCommand   `cmd:"" hidden:"" help:"Serve answers that are known beforehand."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	now := clock.Clock(time.Now)
	command := kong.Parse(&options{}, kong.Name("bench"),
		kong.Description("Measures what requests cost."), kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(now))
	if err := command.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
