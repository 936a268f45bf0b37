package replication

// PollPause is how long a server waits after a poll.
var PollPause = pollPause
