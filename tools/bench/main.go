// Bench compares findcare over HTTP with other ways of serving the same answers:
//
//	go run ./tools/bench [--providers 10000] [--connections 4,32] [--rounds 3] [--seconds 0.3]
//
// Each server runs on the first core and this command, which sends the requests, on the second. What counts is the
// processor time of a server's process for each answer, since it depends least on who else uses the machine.
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
	Gqlgen  gqlgenCommand  `cmd:"" hidden:"" help:"Serve the directory by gqlgen's executor."`
	Floor   floorCommand   `cmd:"" hidden:"" help:"Serve answers that are known beforehand."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	now := clock.Clock(time.Now)
	command := kong.Parse(&options{}, kong.Name("bench"),
		kong.Description("Compares findcare with other GraphQL servers."), kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(now))
	if err := command.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
