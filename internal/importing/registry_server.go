package importing

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"

	"github.com/go-json-experiment/json"

	"findcare/internal/editing"
	"findcare/internal/registry"
	"findcare/models"
)

// maxSaved is how many providers the server accepts in one request.
const maxSaved = 500

// SendRecords is ImportRecords through a running server, which compares and writes the records (mutation
// saveProviders).
func SendRecords(ctx context.Context, to *Server, file *registry.File, options RecordsOptions) (*Report, error) {
	s := &sending{reading: newReading(file, options), server: to, run: rand.Text()}
	if options.DryRun {
		return s.report, errors.New("a dry run through a server is not possible: it compares and writes in one step")
	}
	var err error
	if s.terms, err = termsOf(ctx, to); err != nil {
		return s.report, err
	}
	content, err := s.open(ctx, file, s.terms)
	if err != nil {
		return s.report, err
	}
	defer content.Close()
	err = s.reading.run(ctx, content, file, s)
	return s.report, errors.Join(err, s.settle(), s.rejects.flush())
}

// sending is an import of a registry through a server.
type sending struct {
	*reading
	server *Server
	terms  *registry.Terms
	run    string // a prefix that makes the idempotency keys of this import unique
	number int    // of the next request
	batch  []*registry.Entry
	sent   *sent // nil if no request is in flight
	passed []*registry.Entry
}

// sent is a batch in flight to the server.
type sent struct {
	batch    []*registry.Entry
	payloads []savePayload
	done     chan error
}

// savePayload is the server's result for one provider.
type savePayload struct {
	Provider *struct {
		Revision int64                 `json:"revision"`
		Status   models.ProviderStatus `json:"status"`
	} `json:"provider"`
	Action     models.Action `json:"action"`
	UserErrors []struct {
		Code    string   `json:"code"`
		Message string   `json:"message"`
		Field   []string `json:"field"`
	} `json:"userErrors"`
}

func (s *sending) put(ctx context.Context, e *registry.Entry) error {
	if e.Again {
		s.batch = s.dropped(s.batch, e)
	}
	// Faults of the record itself are reported as in an import without a server.
	if faults := e.Facts.Validate(models.DateOf(s.now), anyReference{}); len(faults) > 0 {
		s.reject(e, faults[0])
		return nil
	}
	return s.add(ctx, e)
}

// anyReference accepts every reference, since records only refer to terms, which the import creates.
type anyReference struct{}

// Exists is always true.
func (anyReference) Exists(models.Kind, string) bool { return true }

func (s *sending) withdraw(ctx context.Context, e *registry.Entry) error {
	if e.Again {
		s.batch = s.dropped(s.batch, e)
	}
	return s.add(ctx, e)
}

// maxPassed is how many out-of-scope records are reported to the server in one request.
const maxPassed = 5000

func (s *sending) pass(ctx context.Context, e *registry.Entry) error {
	kept := *e
	if s.passed = append(s.passed, &kept); len(s.passed) < maxPassed {
		return nil
	}
	return s.passedAll(ctx)
}

const skipOperation = `mutation Skip($source: String!, $fileDate: Date!, $keys: [String!]!, $force: Boolean) {
  skipRecords(source: $source, fileDate: $fileDate, keys: $keys, force: $force) { listed }
}`

// passedAll reports the out-of-scope records to the server, which returns those that it lists.
func (s *sending) passedAll(ctx context.Context) error {
	passed := s.passed
	if s.passed = nil; len(passed) == 0 {
		return nil
	}
	keys := make([]string, len(passed))
	for at, e := range passed {
		keys[at] = e.Key
	}
	variables := map[string]any{
		"source":   s.source,
		"fileDate": s.report.FileDate,
		"keys":     keys,
		"force":    s.options.Force,
	}
	var data struct {
		SkipRecords struct {
			Listed []string `json:"listed"`
		} `json:"skipRecords"`
	}
	if err := s.server.ask(ctx, skipOperation, variables, &data); err != nil {
		return err
	}
	listed := make(map[string]bool, len(data.SkipRecords.Listed))
	for _, key := range data.SkipRecords.Listed {
		listed[key] = true
	}
	for _, e := range passed {
		if listed[e.Key] {
			s.leaving = append(s.leaving, *e)
		}
	}
	return nil
}

func (s *sending) add(ctx context.Context, e *registry.Entry) error {
	kept := *e
	if s.batch = append(s.batch, &kept); len(s.batch) < maxSaved {
		return nil
	}
	return s.flush(ctx)
}

func (s *sending) finish(ctx context.Context) error { return errors.Join(s.flush(ctx), s.settle()) }

// flush sends the batch. It waits for the previous batch, but not for its own, so that the next one is read meanwhile.
func (s *sending) flush(ctx context.Context) error {
	if err := errors.Join(s.settle(), ctx.Err()); err != nil || len(s.batch) == 0 {
		return err
	}
	if err := s.make(ctx); err != nil {
		return err
	}
	inputs := make([]map[string]any, len(s.batch))
	for at, e := range s.batch {
		var err error
		if inputs[at], err = inputOf(e); err != nil {
			return err
		}
	}
	s.number++
	variables := map[string]any{"inputs": inputs, "key": fmt.Sprintf("%s %d", s.run, s.number)}
	s.sent = &sent{batch: s.batch, done: make(chan error, 1)}
	s.batch = nil
	go func(sent *sent) { sent.done <- s.save(ctx, sent, variables) }(s.sent)
	return nil
}

const saveOperation = `mutation Import($inputs: [ProviderInput!]!, $key: String!) {
  saveProviders(inputs: $inputs, idempotencyKey: $key) {
    action
    provider { revision status }
    userErrors { code message field }
  }
}`

func (s *sending) save(ctx context.Context, sent *sent, variables map[string]any) error {
	var data struct {
		SaveProviders []savePayload `json:"saveProviders"`
	}
	if err := s.server.ask(ctx, saveOperation, variables, &data); err != nil {
		return err
	}
	if len(data.SaveProviders) != len(sent.batch) {
		return fmt.Errorf("the server answered for %d providers of %d", len(data.SaveProviders), len(sent.batch))
	}
	sent.payloads = data.SaveProviders
	return nil
}

// inputOf returns the input of saveProviders for a record.
func inputOf(e *registry.Entry) (map[string]any, error) {
	record := map[string]any{"source": e.Source, "key": e.Key, "fileDate": e.FileDate}
	if e.Force {
		record["force"] = true
	}
	switch {
	case e.WithdrawnOn != "":
		record["withdrawnOn"] = e.WithdrawnOn
		return map[string]any{"record": record}, nil
	case e.NotListed != "":
		record["notListed"], record["taxonomies"] = e.NotListed, e.Taxonomies
		return map[string]any{"record": record}, nil
	}
	facts := *e.Facts
	if r := facts.NPIRecord; r != nil {
		said := map[string]any{"kind": r.Type, "name": r.Name, "states": r.States, "taxonomies": r.Taxonomies}
		if r.Person != nil {
			said["person"] = r.Person
		}
		record["npiRecord"] = said
	}
	record["mainLocationOnly"], facts.NPIRecord = e.MainLocationOnly, nil
	content, err := json.Marshal(&facts)
	if err != nil {
		return nil, err
	}
	input := make(map[string]any)
	if err := json.Unmarshal(content, &input); err != nil {
		return nil, err
	}
	maps.DeleteFunc(input, func(_ string, value any) bool { return value == nil })
	input["record"] = record
	return input, nil
}

// settle waits for the batch in flight and counts its results.
func (s *sending) settle() error {
	if s.sent == nil {
		return nil
	}
	sent := s.sent
	s.sent = nil
	if err := <-sent.done; err != nil {
		return err
	}
	for at, payload := range sent.payloads {
		s.count(sent.batch[at], &payload)
	}
	return nil
}

func (s *sending) count(e *registry.Entry, payload *savePayload) {
	if len(payload.UserErrors) == 0 {
		s.report.add(e, resultOf(e, payload))
		if payload.Action != "" && payload.Provider != nil && payload.Provider.Status == models.ProviderRetired {
			s.report.Retired++
		}
		return
	}
	fault := payload.UserErrors[0]
	switch models.UserErrorCode(fault.Code) {
	case models.UserErrorDeleted:
		s.report.add(e, editing.DeletedByEditor)
		return
	case models.UserErrorOutdated:
		s.report.add(e, editing.Older)
		return
	}
	path := ""
	for _, step := range fault.Field {
		path += "/" + step
	}
	s.reject(e, models.Fault{Path: path, Rule: fault.Message})
}

// resultOf returns the result for a provider from the server's payload.
func resultOf(e *registry.Entry, payload *savePayload) editing.MergeResult {
	switch payload.Action {
	case models.ActionCreate:
		if payload.Provider != nil && payload.Provider.Revision > 1 {
			return editing.Restored
		}
		return editing.Created
	case models.ActionUpdate:
		return editing.Changed
	case models.ActionDelete:
		return editing.Withdrawn
	}
	if e.IsListed() {
		return editing.Unchanged
	}
	return editing.NotListed
}
