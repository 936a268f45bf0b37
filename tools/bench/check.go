package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"findcare/internal/clock"
)

type checkCommand struct {
	Baseline string `help:"File of the ratios to hold." default:"tools/bench/baseline.json"`
	Update   bool   `help:"Write what is measured to the baseline."`
}

// What is measured is small enough for every run of .ci/run.
var (
	checkedDirectory = directory{Providers: 2000, Articles: 600}
	checkedPlan      = plan{Connections: 4, Turns: 8, Seconds: 0.1, Warm: 0.5}
)

// ratios are what operations cost over the floor of the same run: a number that hardly depends on the machine.
type ratios map[string]struct{ First, Repeated float64 }

// tolerance is by how much a ratio may rise: it falls by a fifth where the cost rises by a quarter.
const tolerance = 1.25

// Run compares with the baseline. What disturbs a measurement makes it worse, never better, so what is too much is
// measured once more.
func (c *checkCommand) Run(ctx context.Context, now clock.Clock) error {
	var baseline ratios
	if content, err := os.ReadFile(c.Baseline); err == nil {
		if err := json.Unmarshal(content, &baseline); err != nil {
			return fmt.Errorf("%s: %w", c.Baseline, err)
		}
	} else if !c.Update {
		return err
	}
	return withStarter(func(s *starter) error {
		operations, err := c.start(ctx, s, now)
		if err != nil {
			return err
		}
		var worse []string
		for range 2 {
			found, err := c.ratios(ctx, s, operations)
			if err != nil {
				return err
			}
			if c.Update {
				return found.write(c.Baseline)
			}
			if worse = found.over(baseline); len(worse) == 0 {
				return nil
			}
		}
		return fmt.Errorf("requests cost more than %s says:\n%s", c.Baseline, strings.Join(worse, "\n"))
	})
}

// start starts findcare without its response cache and with it, and the floor.
func (*checkCommand) start(ctx context.Context, s *starter, now clock.Clock) ([]*operation, error) {
	binary, err := s.build(ctx, "findcare", "")
	if err != nil {
		return nil, err
	}
	if err := s.prepare(checkedDirectory, now()); err != nil {
		return nil, err
	}
	for _, cache := range []bool{true, false} {
		if _, err := s.startFindcare(ctx, "findcare", binary, cache); err != nil {
			return nil, err
		}
	}
	client := newClient(1)
	operations, err := loadOperations(ctx, client, s.running[1].url, checkedDirectory)
	if err != nil {
		return nil, err
	}
	return operations, s.startFloor(ctx, client, operations)
}

func (*checkCommand) ratios(ctx context.Context, s *starter, operations []*operation) (ratios, error) {
	const cached, executing, floor = 0, 1, 2
	if err := s.restart(ctx); err != nil {
		return nil, err
	}
	found := make(ratios)
	for _, o := range operations {
		m, err := checkedPlan.measure(ctx, s.running, o)
		if err != nil {
			return nil, err
		}
		entry := found[o.title]
		entry.First, entry.Repeated = ratio(m.first, executing, floor), ratio(m.repeated, cached, floor)
		found[o.title] = entry
		fmt.Printf("%s: over the floor %.2f at first, %.2f again from the response cache\n", o.title, entry.First,
			entry.Repeated)
	}
	return found, nil
}

// over says what exceeds the baseline.
func (r ratios) over(baseline ratios) (worse []string) {
	for title, found := range r {
		for _, each := range []struct {
			when            string
			found, baseline float64
		}{{"at first", found.First, baseline[title].First}, {"again", found.Repeated, baseline[title].Repeated}} {
			if each.found > each.baseline*tolerance {
				worse = append(worse, fmt.Sprintf("%s, %s: %.2f times the floor, and %.2f before", title, each.when,
					each.found, each.baseline))
			}
		}
	}
	return worse
}

func (r ratios) write(path string) error {
	content, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Clean(path), append(content, '\n'), 0o644)
}
