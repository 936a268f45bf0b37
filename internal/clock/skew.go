package clock

import "time"

// MaxSkew is how far the clocks of servers, databases and importing machines may be apart. Operators are told to keep
// to it; what looks back by a clock adds it.
const MaxSkew = 10 * time.Second
