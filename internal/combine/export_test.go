package combine

import "runtime"

// AwaitWaiting returns when so many calls wait.
func AwaitWaiting[T any](g *Group[T], calls int) {
	for waiting := 0; waiting < calls; runtime.Gosched() {
		g.mutex.Lock()
		waiting = len(g.waiting)
		g.mutex.Unlock()
	}
}
