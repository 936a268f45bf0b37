package replication

import (
	"errors"
	"fmt"

	"findcare/internal/store"
)

// state is what a feed is doing. doc.go has the table of its transitions.
type state int

const (
	connecting   state = iota // asks the database, or pauses before it does so again
	loading                   // reads the whole directory
	streaming                 // takes over what a change stream reports
	polling                   // looks for what was updated, at intervals
	disconnected              // waits for a database that does not answer
)

// String names the state.
func (s state) String() string {
	return [...]string{"connecting", "loading", "streaming", "polling", "disconnected"}[s]
}

// event is what ends a round of work in a state.
type event int

const (
	answered    event = iota // the database answers
	opened                   // changes can be followed from now on, and those before are unknown
	streamReady              // a change stream goes on from the position
	pollReady                // polls go on from the position
	applied                  // changes were applied, and the position is after them
	broken                   // something failed, and the position still holds
	missed                   // changes may have been missed: the position does not hold any more
	silent                   // the database does not answer
)

// String names the event.
func (e event) String() string {
	return [...]string{"answered", "opened", "streamReady", "pollReady", "applied", "broken", "missed", "silent"}[e]
}

// action is what is done on the way from one state to the next.
type action int

const (
	proceed action = iota // nothing
	advance               // count a batch, poll or load of the connection
	forget                // forget the position
)

// transition returns the state after an event, and the action. Anything that is not in the table starts over, with a
// load.
func transition(from state, on event) (to state, do action) {
	switch on {
	case broken:
		return connecting, proceed
	case silent:
		return disconnected, proceed
	}
	switch from {
	case connecting:
		switch on {
		case answered:
			return connecting, proceed
		case opened:
			return loading, proceed
		case streamReady:
			return streaming, proceed
		case pollReady:
			return polling, proceed
		}
	case loading:
		switch on {
		case streamReady:
			return streaming, proceed
		case pollReady:
			return polling, advance
		}
	case streaming:
		if on == applied {
			return streaming, advance
		}
	case polling:
		switch on {
		case applied:
			return polling, advance
		case missed:
			return loading, forget
		}
	case disconnected:
		if on == answered {
			return connecting, proceed
		}
	}
	return connecting, forget
}

// errMissed means that changes may have been missed.
var errMissed = errors.New("changes may have been missed")

// silence is the error of a database that does not answer a probe.
type silence struct{ error }

// Unwrap is for errors.Is and errors.As.
func (s silence) Unwrap() error { return s.error }

// lost marks the error of a stream that cannot go on from its position.
func lost(err error) error {
	if store.HistoryLost(err) {
		return fmt.Errorf("%w: %w", errMissed, err)
	}
	return err
}

// eventOf returns the event for an error.
func eventOf(err error) event {
	var noAnswer silence
	switch {
	case errors.As(err, &noAnswer):
		return silent
	case errors.Is(err, errMissed):
		return missed
	}
	return broken
}
