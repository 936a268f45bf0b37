package e2e

import (
	"fmt"
	"maps"
	"testing"

	"findcare/models"
)

// mirror is what a program has that follows the directory: the name and revision of each document.
type mirror struct {
	cursor    string
	documents map[string]string
}

const following = `query($after: String) { directoryChanges(after: $after, first: 7) { cursor hasMore changes {
	id document { id
		... on Provider { revision name } ... on Condition { revision name } ... on Credential { revision name }
		... on Treatment { revision name } ... on Insurer { revision name } ... on Article { revision name: title }
	}
} } }`

// follow reads pages until there is no more. Where the cursor is too old, it begins again.
func (m *mirror) follow(url string) error {
	for more := true; more; {
		var answer struct {
			DirectoryChanges struct {
				Cursor  string
				HasMore bool
				Changes []struct {
					ID       string
					Document *struct {
						Revision int
						Name     string
					}
				}
			}
		}
		variables := map[string]any{"after": nil}
		if m.cursor != "" {
			variables["after"] = m.cursor
		}
		err := editor{url: url}.send(following, variables, &answer)
		switch {
		case models.ErrorCode(err) == models.CodeStartOver:
			*m = mirror{}
			continue
		case err != nil:
			return err
		}
		if m.documents == nil {
			m.documents = make(map[string]string)
		}
		changes := answer.DirectoryChanges
		for _, change := range changes.Changes {
			if change.Document == nil {
				delete(m.documents, change.ID)
			} else {
				m.documents[change.ID] = fmt.Sprint(change.Document.Name, " ", change.Document.Revision)
			}
		}
		m.cursor, more = changes.Cursor, changes.HasMore
	}
	return nil
}

// check follows to the end, and holds that against the directory, read as a whole.
func (m *mirror) check(t *testing.T, url string) {
	t.Helper()
	whole := new(mirror)
	for _, one := range []*mirror{m, whole} {
		if err := one.follow(url); err != nil {
			t.Fatal(err)
		}
	}
	if !maps.Equal(m.documents, whole.documents) {
		t.Errorf("who has followed has %v, and the directory is %v", m.documents, whole.documents)
	}
}

// Whoever follows a server that is killed in the middle of changes misses none.
func TestFollowingAServerThatIsKilled(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	token := newToken(t, data, "admin")
	follower, ids, next := new(mirror), make([]string, 2), make([]int, 2)
	for range 4 {
		server := openServer(t, "--demo=false", "--data", data, "--log-level", "error")
		by := editor{server.url, token}
		follower.check(t, server.url)
		written := make(chan int)
		go func() {
			defer close(written)
			for number := 0; ; number++ {
				writer := number % len(ids)
				if ids[writer] == "" {
					ids[writer], _ = createNumbered(by, writer)
				}
				if ids[writer] == "" || writeNumbered(by, ids[writer], writer, next[writer]) != nil {
					return
				}
				next[writer]++
				written <- number
			}
		}()
		for number := range written {
			if err := follower.follow(server.url); number < 20 && err != nil {
				t.Error(err)
			}
			if number == 20 {
				_ = server.Process.Kill()
			}
		}
		_ = server.Wait()
	}
	server := openServer(t, "--demo=false", "--data", data, "--log-level", "error")
	follower.check(t, server.url)
}

// Whoever follows two servers over one database, now the one and now the other, misses nothing.
func TestFollowingTwoServers(t *testing.T) {
	t.Parallel()
	setenv(t, "MONGODB_URI", openFerretDB(t)+"followed")
	mustRun(t, "import", "testdata/directory.json")
	args := []string{"--demo=false", "--poll-interval", "200ms", "--log-level", "error"}
	servers := []*program{openServer(t, args...), openServer(t, args...)}
	by := editor{servers[0].url, newToken(t, "", "admin")}
	id, err := createNumbered(by, 0)
	if err != nil {
		t.Fatal(err)
	}
	follower := new(mirror)
	for number := range 20 {
		if err := writeNumbered(by, id, 0, number); err != nil {
			t.Fatal(err)
		}
		if number == 10 {
			servers[1].stop(t)
			servers[1] = openServer(t, args...)
		}
		if err := follower.follow(servers[number%2].url); err != nil {
			t.Fatal(err)
		}
	}
	waitUntil(t, "both servers to have all", func() bool {
		return servers[0].ready(t).Version == servers[1].ready(t).Version
	})
	for _, server := range servers {
		follower.check(t, server.url)
	}
}
