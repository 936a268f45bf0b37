package stream_test

import (
	"context"
	"errors"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"findcare/internal/clock"
	"findcare/internal/graphqlhttp"
)

// subscriber keeps the versions that it is told of, and how that ended.
type subscriber struct {
	mutex    sync.Mutex
	versions []string
	end      string
}

func (s *subscriber) hear(message string) (more bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	_, after, found := strings.Cut(message, `{"data":{"directoryChanged":{"version":"`)
	if !found {
		s.end = message
		return false
	}
	version, _, _ := strings.Cut(after, `"`)
	s.versions = append(s.versions, version)
	return true
}

// has reports whether it has a version, or will not get any more.
func (s *subscriber) has(version string) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.end != "" || len(s.versions) > 0 && s.versions[len(s.versions)-1] == version
}

// TestAThousandSubscribers: 500 over WebSockets and 500 streams, while a hundred changes a second come in, fewer than
// one may be behind. Each is told of every version in order; memory stays bounded, and nothing of them is left when
// they have gone.
func TestAThousandSubscribers(t *testing.T) {
	const each, changes = 500, 200
	const patience = 5 * time.Minute // with 200,000 messages on a busy machine, with the race detector
	l := openLive(t, func(o *graphqlhttp.Options) { o.Heartbeat, o.SendTimeout = time.Second, patience })
	before, _ := use()
	ctx, leave := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	var subscribers []*subscriber
	join := func(listen func(context.Context, *live, *subscriber)) {
		s := &subscriber{}
		subscribers = append(subscribers, s)
		readers.Go(func() { listen(ctx, l, s) })
	}
	for range each {
		join(listenToSocket)
		join(listenToEvents)
	}
	versions := []string{l.version()}
	caughtUp := func() bool {
		return !slices.ContainsFunc(subscribers, func(s *subscriber) bool { return !s.has(versions[len(versions)-1]) })
	}
	within(t, patience, "all have begun", caughtUp)

	started := clock.Start()
	for i := range changes {
		time.Sleep(time.Duration(i)*10*time.Millisecond - started.Elapsed()) // the pace, also after one that came late
		versions = append(versions, l.revise())
	}
	took := started.Elapsed()
	within(t, patience, "all have got the last version", caughtUp)
	late := started.Elapsed() - took
	goroutines, memory := use()
	t.Logf("%d changes in %v, all told %v later, %d goroutines, %d MB", changes, took, late, goroutines, memory>>20)
	if memory > 512<<20 {
		t.Errorf("%d MB are in use", memory>>20)
	}

	for _, s := range subscribers {
		if s.end != "" || !slices.Equal(s.versions, versions) {
			t.Errorf("told of %d versions of %d, ended with %q", len(s.versions), len(versions), s.end)
		}
	}
	leave()
	readers.Wait()
	http.DefaultClient.CloseIdleConnections()
	eventually(t, "the goroutines have gone", func() bool { now, _ := use(); return now <= before+10 })
}

// use is how many goroutines there are, and how much memory is in use.
func use() (goroutines int, memory uint64) {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return runtime.NumGoroutine(), stats.HeapAlloc + stats.StackInuse
}

func listenToSocket(ctx context.Context, l *live, s *subscriber) {
	conn, _, err := websocket.Dial(ctx, l.url, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		s.hear(err.Error())
		return
	}
	defer conn.CloseNow()
	subscribe := `{"id":"a","type":"subscribe","payload":{"query":"` + everyVersion + `"}}`
	err = errors.Join(
		conn.Write(ctx, websocket.MessageText, []byte(`{"type":"connection_init"}`)),
		conn.Write(ctx, websocket.MessageText, []byte(subscribe)))
	for acknowledged := false; err == nil; {
		var message []byte
		if _, message, err = conn.Read(ctx); err == nil && acknowledged && !s.hear(string(message)) {
			return
		}
		acknowledged = true
	}
}

func listenToEvents(ctx context.Context, l *live, s *subscriber) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, l.url+get(everyVersion), nil)
	if err != nil {
		s.hear(err.Error())
		return
	}
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		s.hear(err.Error())
		return
	}
	defer response.Body.Close()
	for stream := newEvents(response); ; {
		if event := stream.next(); event != ":" && !s.hear(event) {
			return
		}
	}
}
