package graphqlhttp

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// request is one operation in a request.
type request struct {
	query, operationName string
	variables            map[string]any
	// documentID is the id of a trusted document, hash the SHA-256 of a query.
	documentID, hash string
	wantsCost        bool
}

// batch is the content of one HTTP request.
type batch struct {
	requests []request
	many     bool // it is a list, and so is the response
}

// parse parses what was received.
func (h *Handler) parse(r *http.Request, body []byte) (batch, *httpError) {
	if r.Method == http.MethodPost {
		return h.readJSON(body)
	}
	asked, err := readURL(r.URL)
	if err != nil {
		return batch{}, badRequest(err)
	}
	return batch{requests: []request{asked}}, nil
}

func badRequest(err error) *httpError {
	return &httpError{Status: http.StatusBadRequest, Code: models.CodeBadUserInput, Message: err.Error()}
}

// readURL reads a GET request: query, operationName, variables, extensions and documentId are parameters, variables and
// extensions as JSON.
func readURL(address *url.URL) (request, error) {
	parameters, err := url.ParseQuery(address.RawQuery)
	if err != nil {
		return request{}, errors.New("the parameters of the URL cannot be parsed")
	}
	var read request
	for _, text := range []struct {
		name string
		into *string
	}{
		{"query", &read.query},
		{"operationName", &read.operationName},
		{"documentId", &read.documentID},
		{"doc_id", &read.documentID},
	} {
		if !parameters.Has(text.name) {
			continue
		}
		if *text.into = parameters.Get(text.name); !utf8.ValidString(*text.into) {
			return request{}, fmt.Errorf("%s: must be UTF-8", text.name)
		}
	}
	for _, name := range []string{"variables", "extensions"} {
		if value := parameters.Get(name); value != "" {
			if err := read.parameter(name, []byte(value)); err != nil {
				return request{}, err
			}
		}
	}
	return read, read.check()
}

// parameter reads variables or extensions, which are JSON.
func (r *request) parameter(name string, value []byte) error {
	decoder, err := newDecoder(value)
	if err == nil {
		if err = r.member(name, decoder, nil); err == nil {
			err = atEnd(decoder)
		}
	}
	var fault *jsonError
	if errors.As(err, &fault) {
		return fmt.Errorf("%s: %s", name, fault.of("a JSON object"))
	}
	return err
}

func (h *Handler) readJSON(body []byte) (batch, *httpError) {
	decoder, err := newDecoder(body)
	if err != nil {
		return batch{}, badRequest(err)
	}
	if decoder.PeekKind() != '[' {
		asked, err := readRequest(decoder, h.queries)
		if err == nil {
			err = atEnd(decoder)
		}
		if err != nil {
			return batch{}, badRequest(err)
		}
		return batch{requests: []request{asked}}, nil
	}
	if h.options.MaxBatch == 0 {
		return batch{}, &httpError{
			Status:  http.StatusBadRequest,
			Code:    models.CodeBatchesDisabled,
			Message: "the body is a list of operations; send them one by one",
		}
	}
	return h.readBatch(decoder)
}

// readBatch reads a list of requests.
func (h *Handler) readBatch(decoder *jsontext.Decoder) (batch, *httpError) {
	many := batch{many: true}
	_, _ = decoder.ReadToken()
	for decoder.PeekKind() != ']' {
		asked, err := readRequest(decoder, h.queries)
		if err != nil {
			return batch{}, badRequest(err)
		}
		if many.requests = append(many.requests, asked); len(many.requests) > h.options.MaxBatch {
			return batch{}, &httpError{
				Status:  http.StatusBadRequest,
				Code:    models.CodeBatchTooLarge,
				Message: fmt.Sprintf("the body holds over %d operations", h.options.MaxBatch),
			}
		}
	}
	_, _ = decoder.ReadToken()
	if err := atEnd(decoder); err != nil {
		return batch{}, badRequest(err)
	}
	if len(many.requests) == 0 {
		return batch{}, badRequest(errors.New("the body holds no operation"))
	}
	return many, nil
}

// readRequest reads the JSON object of a request. Unknown members are ignored.
func readRequest(decoder *jsontext.Decoder, queries *queries) (request, error) {
	var read request
	if decoder.PeekKind() != '{' {
		_, err := decoder.ReadToken()
		return read, syntaxError(decoder, err)
	}
	_, _ = decoder.ReadToken()
	for decoder.PeekKind() == '"' {
		name, err := decoder.ReadToken()
		if err != nil {
			return read, syntaxError(decoder, err)
		}
		if err := read.member(name.String(), decoder, queries); err != nil {
			return read, err
		}
	}
	if _, err := decoder.ReadToken(); err != nil {
		return read, syntaxError(decoder, err)
	}
	return read, read.check()
}

func (r *request) check() error {
	if r.query == "" && r.documentID == "" && r.hash == "" {
		return errors.New("query: must be given, or the id of a document")
	}
	return nil
}

func (r *request) member(name string, decoder *jsontext.Decoder, queries *queries) (err error) {
	switch name {
	case "query":
		r.query, err = queries.read(name, decoder)
	case "operationName":
		r.operationName, err = readString(name, decoder)
	case "documentId", "doc_id":
		r.documentID, err = readString(name, decoder)
	case "variables":
		r.variables, err = readObject(name, decoder)
	case "extensions":
		var extensions map[string]any
		if extensions, err = readObject(name, decoder); err == nil {
			err = r.extend(extensions)
		}
	default:
		if skipped := decoder.SkipValue(); skipped != nil {
			err = syntaxError(decoder, skipped)
		}
	}
	return err
}

func (r *request) extend(extensions map[string]any) error {
	r.wantsCost, _ = extensions["cost"].(bool)
	persisted, given := extensions["persistedQuery"]
	if !given {
		return nil
	}
	members, _ := persisted.(map[string]any)
	hash, _ := members["sha256Hash"].(string)
	if hash == "" || members["version"] != int64(1) {
		return errors.New(`extensions.persistedQuery: must be {"version": 1, "sha256Hash": "…"}`)
	}
	r.hash = hash
	return nil
}
