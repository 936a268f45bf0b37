package importing

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/go-json-experiment/json"

	"findcare/internal/dirformat"
	"findcare/models"
)

// SendFile is ImportFile through a running server, which makes the changes (POST /imports). Where the server stops in
// between, the file is sent again.
func SendFile(
	ctx context.Context, to *Server, file dirformat.File, dryRun bool, progress Progress,
) (summary Summary, err error) {
	s := &sendingFile{server: to, file: file, progress: progress, query: url.Values{
		"name": {file.Name}, "dryRun": {strconv.FormatBool(dryRun)}, "replace": {strconv.FormatBool(file.Replace)},
	}}
	const attempts = 20
	for range attempts {
		if err := s.begin(ctx); err != nil {
			return summary, err
		}
		last, err := s.follow(ctx)
		switch {
		case err != nil:
			s.cancel(context.WithoutCancel(ctx))
			return summary, err
		case last == nil || last.Status == models.ImportInterrupted:
			continue
		}
		summary = Summary{last.Created, last.Changed, last.Unchanged}
		if err = s.notes(ctx); err == nil && last.Status != models.ImportSucceeded {
			err = errors.New(string(last.Message))
		}
		return summary, err
	}
	return summary, errors.New("the server keeps stopping while it imports the file")
}

// sendingFile is an import of a file through a server.
type sendingFile struct {
	server   *Server
	file     dirformat.File
	query    url.Values
	progress Progress
	id       string
}

// begin sends the file.
func (s *sendingFile) begin(ctx context.Context) error {
	return s.server.retry(ctx, func() error {
		content, err := s.file.Open()
		if err != nil {
			return err
		}
		request, err := s.server.request(ctx, http.MethodPost, "/imports", s.query, content)
		if err != nil {
			return errors.Join(err, content.Close())
		}
		request.Header.Set("Content-Type", "application/octet-stream")
		request.Header.Set("Expect", "100-continue") // so that what is refused is not sent
		response, err := s.server.do(request)
		if err != nil {
			return err
		}
		defer func() { _ = response.Body.Close() }()
		var begun struct {
			ID string `json:"id"`
		}
		if err := json.UnmarshalRead(response.Body, &begun); err != nil {
			return fmt.Errorf("read the server's response: %w", err)
		}
		s.id = begun.ID
		return nil
	})
}

const importOperation = `query Import($id: ID!) {
  import(id: $id) { status done total created changed unchanged message }
}`

// importState is how far an import of a server is.
type importState struct {
	Status    models.ImportStatus   `json:"status"`
	Done      int                   `json:"done"`
	Total     int                   `json:"total"`
	Created   int                   `json:"created"`
	Changed   int                   `json:"changed"`
	Unchanged int                   `json:"unchanged"`
	Message   models.OptionalString `json:"message"`
}

// follow waits for the end of the import, nil if the server knows of none.
func (s *sendingFile) follow(ctx context.Context) (*importState, error) {
	for {
		var data struct {
			Import *importState `json:"import"`
		}
		if err := s.server.ask(ctx, importOperation, map[string]any{"id": s.id}, &data); err != nil {
			return nil, err
		}
		now := data.Import
		if now == nil || now.Status != models.ImportRunning {
			return now, nil
		}
		if s.progress != nil && now.Total > 0 {
			s.progress(now.Done, now.Total)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(watchEvery):
		}
	}
}

// cancel ends the import, if the server can be asked to.
func (s *sendingFile) cancel(ctx context.Context) {
	const operation = `mutation Cancel($id: ID!) { cancelImport(id: $id) { import { status } } }`
	ctx, cancel := context.WithTimeout(ctx, firstRetry)
	defer cancel()
	var data any
	_ = s.server.ask(ctx, operation, map[string]any{"id": s.id}, &data)
}

// notes hands on what people should know about the file.
func (s *sendingFile) notes(ctx context.Context) error {
	if s.file.Warn == nil {
		return nil
	}
	response, err := s.server.Get(ctx, "/imports/"+s.id+"/notes", nil)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, maxAnswer)
	for lines.Scan() {
		s.file.Warn(lines.Text())
	}
	return lines.Err()
}
