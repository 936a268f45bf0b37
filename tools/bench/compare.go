package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"findcare/internal/clock"
)

type compareCommand struct {
	directory
	plan
	With []string `help:"Which others are compared beside the floor." default:"gqlgen,mercurius,yoga,apollo"`
}

// Run builds and starts the servers, has their answers compared, and measures them in turns.
func (c *compareCommand) Run(ctx context.Context, now clock.Clock) error {
	return withStarter(func(s *starter) error {
		if err := s.prepare(c.directory, now()); err != nil {
			return err
		}
		binary := filepath.Join(s.folder, "findcare")
		if err := run(ctx, "go", "build", "-o", binary, "findcare"); err != nil {
			return err
		}
		for _, started := range []struct {
			name  string
			cache bool
		}{{"findcare", true}, {"findcare without its response cache", false}} {
			if _, err := s.startFindcare(ctx, started.name, binary, started.cache); err != nil {
				return err
			}
		}
		client := newClient(1)
		operations, err := loadOperations(ctx, client, s.running[1].url, c.directory)
		if err != nil {
			return err
		}
		if err := c.startOthers(ctx, s, client, operations); err != nil {
			return err
		}
		for _, server := range s.running[1:] {
			if err := agree(ctx, client, server, operations); err != nil {
				return err
			}
		}
		// To compare the answers, everything was asked for: it is measured with servers that have not heard it.
		if err := s.restart(ctx); err != nil {
			return err
		}
		fmt.Printf("%d providers, %d generated articles, %d connections; all answers are equal.\n",
			c.Providers, c.Articles, c.Connections)
		for _, o := range operations {
			m, err := c.measure(ctx, s.running, o)
			if err != nil {
				return err
			}
			m.print(o, s.running)
		}
		return nil
	})
}

// startOthers starts what findcare is compared with. Where there is no Node, only what is written in Go.
func (c *compareCommand) startOthers(ctx context.Context, s *starter, client *client, operations []*operation) error {
	if err := s.startFloor(ctx, client, operations); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if slices.Contains(c.With, "gqlgen") {
		if _, err := s.start(ctx, "gqlgen's executor", self, "gqlgen", "--providers", fmt.Sprint(c.Providers),
			"--articles", fmt.Sprint(c.Articles)); err != nil {
			return err
		}
	}
	return s.startPeers(ctx, client, c.With)
}

// startFloor starts a server that knows all answers beforehand.
func (s *starter) startFloor(ctx context.Context, client *client, operations []*operation) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	answers := filepath.Join(s.folder, "answers.json")
	if err := writeAnswers(ctx, client, s.running[1].url, answers, operations); err != nil {
		return err
	}
	_, err = s.start(ctx, floorName, self, "floor", answers)
	return err
}

func writeAnswers(ctx context.Context, client *client, url, path string, operations []*operation) error {
	answers := make(map[string]json.RawMessage)
	for _, o := range operations {
		for i, body := range o.bodies {
			answers[string(body)] = o.answers[i]
		}
		for _, body := range o.warming {
			answer, err := client.answer(ctx, url, body)
			if err != nil {
				return err
			}
			answers[string(body)] = answer
		}
	}
	content, err := json.Marshal(answers)
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o600)
}

// plan says how much is measured.
type plan struct {
	Connections int     `help:"How many connections are kept alive." default:"4"`
	Turns       int     `help:"In how many turns the requests are divided." default:"8"`
	Seconds     float64 `help:"Processor seconds of each turn of repeated requests." default:"0.2"`
	Warm        float64 `help:"Processor seconds of warming up, for each server and operation." default:"2"`
}

// repeatedRequests is how many requests are sent again and again.
const repeatedRequests = 100

// measured is what an operation costs each server: the first time that something is asked for, and again.
type measured struct{ first, repeated []result }

// measure has the servers take turns. They are warmed on other entities than those that are measured.
func (p *plan) measure(ctx context.Context, servers []*server, o *operation) (measured, error) {
	client := newClient(p.Connections)
	defer client.CloseIdleConnections()
	m := measured{make([]result, len(servers)), make([]result, len(servers))}
	again := o.bodies[:min(repeatedRequests, len(o.bodies))]
	turn := time.Duration(p.Seconds * float64(time.Second))
	warm := until(time.Duration(p.Warm * float64(time.Second)))
	for _, server := range servers {
		if _, err := client.load(ctx, server, o.warming, p.Connections, warm); err != nil {
			return m, err
		}
	}
	for i := range p.Turns {
		part := o.bodies[len(o.bodies)*i/p.Turns : len(o.bodies)*(i+1)/p.Turns]
		if err := inTurn(servers, i, m.first, func(s *server) (result, error) {
			return client.load(ctx, s, part, p.Connections, once(part))
		}); err != nil {
			return m, err
		}
	}
	for i := range p.Turns {
		if err := inTurn(servers, i, m.repeated, func(s *server) (result, error) {
			if _, err := client.load(ctx, s, again, p.Connections, until(turn/5)); err != nil {
				return result{}, err
			}
			return client.load(ctx, s, again, p.Connections, until(turn))
		}); err != nil {
			return m, err
		}
	}
	return m, nil
}

// inTurn loads each server, another one first in each round.
func inTurn(servers []*server, round int, results []result, load func(*server) (result, error)) error {
	for i := range servers {
		at := (i + round) % len(servers)
		measured, err := load(servers[at])
		if err != nil {
			return err
		}
		results[at].add(measured)
	}
	return nil
}
