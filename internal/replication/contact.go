package replication

import (
	"sync"
	"time"
)

// Mode is how the feed learns of changes.
type Mode string

// The modes.
const (
	// ModeEmbedded means that the engine is in this process, so that nobody else writes.
	ModeEmbedded Mode = "embedded"
	// ModeStream means a change stream, and ModePoll polling.
	ModeStream Mode = "stream"
	ModePoll   Mode = "poll"
	// ModeAway means that the database does not answer.
	ModeAway Mode = "away"
)

// Contact describes the connection to the database.
type Contact struct {
	Mode Mode
	// Last is when the database last answered a read; zero where it has not yet, or is in this process.
	Last time.Time
	// Reconnects counts how often the feed went on after an interruption.
	Reconnects int64
}

// contact is the part of a running feed that others read.
type contact struct {
	mutex sync.Mutex
	state state
	// source is ModeStream or ModePoll, "" before either was tried.
	source Mode
	last   time.Time
	// at is how far changes were applied when it was last said.
	at position
	// connections counts the connections that have delivered changes, or a load.
	connections int64
}

func (c *contact) read() Contact {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	read := Contact{Mode: c.source, Last: c.last, Reconnects: max(c.connections-1, 0)}
	if c.state == disconnected || c.source == "" {
		read.Mode = ModeAway
	}
	return read
}

// follows returns ModeStream or ModePoll, also while the database does not answer, and "" before either was tried.
func (c *contact) follows() Mode {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.source
}

func (c *contact) follow(source Mode) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.source = source
}

// move makes a transition.
func (c *contact) move(on event) (to state, do action) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.state, do = transition(c.state, on)
	return c.state, do
}

// reached records when the database answered.
func (c *contact) reached(at time.Time) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.last = at
}

// moved records how far changes were applied.
func (c *contact) moved(to position) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.at = to
}

// place returns how far changes were applied at least, and when the database last answered.
func (c *contact) place() (at position, last time.Time) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.at, c.last
}

// connected counts a connection that has delivered, and reports whether there was one before.
func (c *contact) connected() (again bool) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.connections++
	return c.connections > 1
}
