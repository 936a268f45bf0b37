package webhooks

import "time"

// SetTimeout sets how long a delivery may take.
func (w *Webhooks) SetTimeout(timeout time.Duration) { w.client.Timeout = timeout }

// URLRule is what a URL breaks.
func URLRule(text string, allowPrivate bool) string { return urlRule(text, allowPrivate) }

// Delay is how long to wait after some failures.
func Delay(failures int) time.Duration { return delay(failures) }
