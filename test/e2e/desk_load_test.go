package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/internal/clock"
)

// timings are how long things took, by what was done.
type timings struct {
	mutex sync.Mutex
	took  map[string][]time.Duration
}

func (m *timings) add(what string, took time.Duration) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.took[what] = append(m.took[what], took)
}

func (m *timings) tell(t *testing.T) {
	for what, took := range m.took {
		slices.Sort(took)
		at := func(part float64) time.Duration {
			return took[int(part*float64(len(took)-1))].Round(100 * time.Microsecond)
		}
		t.Logf("%s: %d times, median %v, 99%% within %v", what, len(took), at(0.5), at(0.99))
	}
}

// Fifty editors work at 100,000 providers for a minute: go test ./test/e2e -run TestEditorsAtOnce -measure -v
func TestEditorsAtOnce(t *testing.T) {
	if !*measure {
		t.Skip("needs -measure")
	}
	server, token := bigDesk(t)
	measureEditors(t, server, token)
}

func measureEditors(t *testing.T, server *program, token string) {
	var found struct {
		Data struct{ Providers struct{ Nodes []listed } }
	}
	content := server.query(t, `{ providers(first: 50) { nodes { id } } }`, nil)
	if err := json.Unmarshal([]byte(content), &found); err != nil {
		t.Fatal(err)
	}
	m := &timings{took: make(map[string][]time.Duration)}
	started := clock.Start()
	var working sync.WaitGroup
	for _, one := range found.Data.Providers.Nodes {
		working.Go(func() {
			for save, pause := 0, time.NewTicker(time.Second); started.Elapsed() < time.Minute; <-pause.C {
				save = m.work(t, server, token, one.ID, save)
			}
		})
	}
	working.Wait()
	m.tell(t)
}

// work lists, opens and saves, as one editor does in a second, and returns the save.
func (m *timings) work(t *testing.T, server *program, token, id string, save int) int {
	send := func(what, query string) string {
		watch := clock.Start()
		answer := server.queryAs(t, token, query, nil)
		m.add(what, watch.Elapsed())
		if strings.Contains(answer, `"errors"`) {
			t.Errorf("%s: %.300s", what, answer)
		}
		return answer
	}
	send("list of 50", `{ providersInState(state: UNCONFIRMED, orderBy: LEAST_RECENTLY_CONFIRMED, first: 50) { `+
		`totalCount nodes { id name confirmedOn unconfirmed status locations { label phone } credentials { label } `+
		`workingCopy { save } } } }`)
	send("open", fmt.Sprintf(`{ content(id: %q) provider(by: {id: %[1]q}) { name revision } `+
		`workingCopy(id: %[1]q) { save content problems { message } } }`, id))
	answer := send("save", fmt.Sprintf(`mutation { saveWorkingCopy(id: %q, expectedSave: %d, `+
		`provider: {statement: "Save %[2]d."}) { workingCopy { save } userErrors { code } } }`, id, save))
	var saved struct {
		Data struct {
			SaveWorkingCopy struct{ WorkingCopy struct{ Save int } }
		}
	}
	_ = json.Unmarshal([]byte(answer), &saved) // what is wrong with it is told already
	return saved.Data.SaveWorkingCopy.WorkingCopy.Save
}
