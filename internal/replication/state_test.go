package replication

import "testing"

func TestTransitions(t *testing.T) {
	listed := map[[2]int]bool{}
	for _, test := range []struct {
		from state
		on   event
		to   state
		do   action
	}{
		{connecting, answered, connecting, proceed},
		{connecting, opened, loading, proceed},
		{connecting, streamReady, streaming, proceed},
		{connecting, pollReady, polling, proceed},
		{connecting, broken, connecting, proceed},
		{connecting, missed, connecting, forget},
		{connecting, silent, disconnected, proceed},
		{loading, streamReady, streaming, proceed},
		{loading, pollReady, polling, advance},
		{loading, broken, connecting, proceed},
		{loading, silent, disconnected, proceed},
		{streaming, applied, streaming, advance},
		{streaming, broken, connecting, proceed},
		{streaming, missed, connecting, forget},
		{streaming, silent, disconnected, proceed},
		{polling, applied, polling, advance},
		{polling, broken, connecting, proceed},
		{polling, missed, loading, forget},
		{polling, silent, disconnected, proceed},
		{disconnected, answered, connecting, proceed},
		{disconnected, broken, connecting, proceed},
		{disconnected, silent, disconnected, proceed},
	} {
		listed[[2]int{int(test.from), int(test.on)}] = true
		if to, do := transition(test.from, test.on); to != test.to || do != test.do {
			t.Errorf("%v, %v: %v, %v, want %v, %v", test.from, test.on, to, do, test.to, test.do)
		}
	}
	for from := connecting; from <= disconnected; from++ {
		for on := answered; on <= silent; on++ {
			if listed[[2]int{int(from), int(on)}] {
				continue
			}
			if to, do := transition(from, on); to != connecting || do != forget {
				t.Errorf("%v, %v, which the table does not have: %v, %v", from, on, to, do)
			}
		}
	}
}
