// Attack attacks a findcare server, one way after another, and tells what each attack costs it:
//
//	go run ./tools/loadtest [NAME…] [--url http://localhost:8080 --pid PID] [--short]
//
// Without an address it starts a server of its own with the demo directory, anew for each attack. The server gets this
// command's environment: FINDCARE_ADMIN=localhost:9464 opens pprof.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"findcare/tools/loadtest/attack"
)

type options struct {
	Names []string `arg:"" optional:"" name:"name" help:"Attacks; all by default."`
	URL   string   `name:"url" help:"Address of the server; by default one is started."`
	PID   int      `name:"pid" help:"Process of the server at the address."`
	Token string   `help:"An editor's token for that server, for the attacks by editors."`
	Short bool     `help:"Few requests, and no times are measured."`
	List  bool     `help:"Tell the names of the attacks, and what they send."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var asked options
	kong.Parse(
		&asked,
		kong.Name("attack"),
		kong.Description("Attacks a findcare server and tells what each attack costs it."),
	)
	if err := run(ctx, asked); err != nil {
		fmt.Fprintln(os.Stderr, "attack:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, asked options) error {
	attacks, err := chosen(asked.Names)
	if err != nil {
		return err
	}
	if asked.List {
		for _, a := range attacks {
			fmt.Printf("%-34s %s\n", a.Name, a.Sends)
		}
		return nil
	}
	if (asked.URL == "") != (asked.PID == 0) {
		return errors.New("--url and --pid go together: the process is asked for its time and memory")
	}
	page, err := os.ReadFile("testdata/care-page.graphql")
	if err != nil {
		return fmt.Errorf("run this at the top of the repository: %w", err)
	}
	target := attack.Server{
		URL: asked.URL, PID: asked.PID, Token: asked.Token, CarePage: string(page),
		Slug:  "ketamine-assisted-psychotherapy",
		Short: asked.Short, MaxConnections: attack.MaxConnections(),
	}
	var starts *starter
	if asked.URL == "" {
		if starts, err = newStarter(ctx); err != nil {
			return err
		}
		defer starts.close()
	}
	return attackAll(ctx, target, starts, attacks)
}

func chosen(names []string) (attacks []attack.Attack, err error) {
	if len(names) == 0 {
		return attack.All(), nil
	}
	for _, name := range names {
		a, known := attack.Named(name)
		if !known {
			return nil, fmt.Errorf("there is no attack %s; --list tells what there is", name)
		}
		attacks = append(attacks, a)
	}
	return attacks, nil
}

// attackAll prints a row for each attack. It goes on after one that the server did not withstand.
func attackAll(ctx context.Context, target attack.Server, starts *starter, attacks []attack.Attack) error {
	fmt.Println(head)
	var lost error
	for number, a := range attacks {
		result, err := attackOnce(ctx, target, starts, a, number)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			lost = errors.Join(lost, fmt.Errorf("%s: %w", a.Name, err))
		}
		if result != nil {
			fmt.Println(row(a, result))
		}
	}
	return lost
}

func attackOnce(
	ctx context.Context,
	target attack.Server,
	starts *starter,
	a attack.Attack,
	number int,
) (*attack.Result, error) {
	if starts != nil {
		running, err := starts.start(ctx)
		if err != nil {
			return nil, err
		}
		defer running.stop()
		target.URL, target.PID, target.Token = running.url, running.Process.Pid, starts.token
	}
	return target.Run(ctx, a, number)
}
