package webhooks_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"testing"
	"time"

	"findcare/internal/webhooks"
)

// A receiver that fails half of the time, in each way, is told of the last change in the end, while the server is
// started again in between.
func TestAReceiverThatFailsHalfOfTheTime(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			w := newTestWebhooks(t)
			random := rand.New(rand.NewPCG(seed, 0))
			w.SetTimeout(50 * time.Millisecond)
			fate := func() { w.receiver.set(fates[random.IntN(len(fates))]) }
			for range 60 {
				fate()
				if random.IntN(2) == 0 {
					w.change()
				}
				if random.IntN(10) == 0 {
					w.Webhooks, w.directory = w.server(true)
					w.SetTimeout(50 * time.Millisecond)
				}
				w.deliver(time.Duration(random.IntN(3000)) * time.Millisecond)
			}
			for range 50 {
				if version, _ := w.receiver.last(); version == w.version() && w.stored().FailingSince == nil {
					return
				}
				fate()
				w.deliver(time.Hour)
			}
			version, told := w.receiver.last()
			t.Errorf("told %d times, last of %s; the directory is %s", told, version, w.version())
		})
	}
}

// fates are how deliveries end: half of them well.
var fates = []func(http.ResponseWriter, *http.Request) bool{nil, nil, nil, failing, hanging, resetting}

// Two servers tell of a change once, whichever hears of it first.
func TestTwoServersTellOnce(t *testing.T) {
	w := newTestWebhooks(t)
	first, second := w.pair()
	w.change() // which the first server knows
	mustDeliver(t, first)
	mustDeliver(t, second) // which is behind, and knows nothing newer than what was told
	w.wantTold(1)
	apply(w.other, w.revision)
	mustDeliver(t, second)
	w.wantTold(1)

	w.clock.Add(2000)
	w.change()
	apply(w.other, w.revision) // both, at the same time
	done := make(chan error)
	go func() {
		_, err := second.Deliver(t.Context())
		done <- err
	}()
	mustDeliver(t, first)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	w.wantTold(2)
}

// Where the server that has claimed a webhook dies, another one tells.
func TestAServerDiesWhileItTells(t *testing.T) {
	w := newTestWebhooks(t)
	_, second := w.pair()
	w.change()
	apply(w.other, w.revision)
	claimed := w.stored()
	until := time.UnixMilli(w.clock.Load()).Add(15 * time.Second)
	claimed.ClaimedUntil = &until
	claimed.Turn++
	if saved, err := w.db.SaveWebhook(t.Context(), &claimed); !saved || err != nil {
		t.Fatal(saved, err)
	}
	if next := mustDeliver(t, second); next < 15*time.Second || next > 25*time.Second {
		t.Errorf("looks again after %v", next)
	}
	w.wantTold(0)
	w.clock.Add((25 * time.Second).Milliseconds())
	mustDeliver(t, second)
	w.wantTold(1)
}

// pair are two servers. The first one has the directory that changes.
func (w *testWebhooks) pair() (first, second *webhooks.Webhooks) {
	w.Webhooks, w.directory = w.server(false)
	second, w.other = w.server(false)
	mustDeliver(w.t, w.Webhooks)
	mustDeliver(w.t, second)
	return w.Webhooks, second
}

func mustDeliver(t *testing.T, w *webhooks.Webhooks) (next time.Duration) {
	t.Helper()
	next, err := w.Deliver(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return next
}
