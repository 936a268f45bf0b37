package endpoint

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/go-json-experiment/json/jsontext"

	"findcare/auth"
	input "findcare/internal/execution"
	"findcare/internal/httpmw"
	"findcare/models"
)

// request is one operation that a client asks for.
type request struct {
	query, operationName string
	variables            map[string]any
	// documentID names a trusted document, hash one by the SHA-256 of its text.
	documentID, hash string
	wantsCost        bool
}

// batch is what one HTTP request asks for.
type batch struct {
	requests []request
	many     bool // a list, so that the answer is a list too
}

// receive takes in what a client sends, at whatever pace it sends it, and appends it to dst. Nothing of it is looked into yet.
func (h *Handler) receive(w http.ResponseWriter, r *http.Request, dst []byte) (body []byte, refused *refusal) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return dst, nil
	case http.MethodPost:
		return h.readBody(w, r, dst)
	default:
		w.Header().Set("Allow", methods)
		return dst, &refusal{http.StatusMethodNotAllowed, codeMethodNotAllowed, "the method must be one of " + methods}
	}
}

// understand reads what was received.
func (h *Handler) understand(r *http.Request, body []byte) (batch, *refusal) {
	if r.Method == http.MethodPost {
		return h.readJSON(body)
	}
	asked, err := readURL(r.URL)
	if err != nil {
		return batch{}, badRequest(err)
	}
	return batch{requests: []request{asked}}, nil
}

func badRequest(err error) *refusal {
	return &refusal{http.StatusBadRequest, models.CodeBadUserInput, err.Error()}
}

// readURL reads a request by GET: query, operationName, variables, extensions and documentId are parameters, with variables
// and extensions as JSON.
func readURL(address *url.URL) (request, error) {
	parameters, err := url.ParseQuery(address.RawQuery)
	if err != nil {
		return request{}, errors.New("the parameters of the address cannot be read")
	}
	var body bytes.Buffer
	encoder := jsontext.NewEncoder(&body)
	_ = encoder.WriteToken(jsontext.BeginObject)
	for _, name := range []string{"query", "operationName", "documentId", "doc_id"} {
		if parameters.Has(name) {
			if err := errors.Join(encoder.WriteToken(jsontext.String(name)), encoder.WriteToken(jsontext.String(parameters.Get(name)))); err != nil {
				return request{}, fmt.Errorf("%s: must be UTF-8", name)
			}
		}
	}
	for _, name := range []string{"variables", "extensions"} {
		if value := parameters.Get(name); value != "" {
			if err := errors.Join(encoder.WriteToken(jsontext.String(name)), encoder.WriteValue(jsontext.Value(value))); err != nil {
				return request{}, fmt.Errorf("%s: must be a JSON object", name)
			}
		}
	}
	_ = encoder.WriteToken(jsontext.EndObject)
	return readRequest(jsontext.NewDecoder(&body))
}

// readBody reads the body of a request by POST. Only JSON is taken: a browser does not send that to another site without asking first,
// so no page can make its visitors write.
func (h *Handler) readBody(w http.ResponseWriter, r *http.Request, dst []byte) ([]byte, *refusal) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return dst, &refusal{http.StatusUnsupportedMediaType, codeUnsupportedMedia, "the content type must be application/json, in UTF-8"}
	}
	if encoding := r.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		w.Header().Set("Accept-Encoding", "identity")
		return dst, &refusal{http.StatusUnsupportedMediaType, codeUnsupportedMedia, "the body must not be compressed"}
	}
	most := h.mostBytes(auth.Of(r.Context()))
	if length := r.ContentLength; length > h.options.MaxBody && length <= most {
		dst = slices.Grow(dst, int(length)+512) // at once: growing bit by bit takes several times as much
	}
	dst, err := appendAll(dst, http.MaxBytesReader(w, r.Body, most))
	if err == nil {
		return dst, nil
	}
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return dst, &refusal{http.StatusRequestEntityTooLarge, codeBodyTooLarge, fmt.Sprintf("the body must not be over %d bytes", most)}
	}
	return dst, badRequest(errors.New("the body did not arrive whole"))
}

func isJSON(contentType string) bool {
	if contentType == mediaJSON {
		return true
	}
	media, parameters, err := mime.ParseMediaType(contentType)
	charset := parameters["charset"]
	return err == nil && media == mediaJSON && (charset == "" || strings.EqualFold(charset, "utf-8"))
}

// mostLarge is how many bytes the bodies that are larger than anybody may send have together, from when they are read until they
// are answered. What is made of a body takes several times as much memory.
const mostLarge = 16 << 20

// room waits until the body of a request may be held, which it is until done is called. Only bodies wait that are
// so large that one has to have signed in.
func (h *Handler) room(r *http.Request) (done func(), refused *refusal) {
	size, most := r.ContentLength, h.mostBytes(auth.Of(r.Context()))
	if size < 0 { // it does not tell
		size = most
	}
	if size <= h.options.MaxBody || size > most {
		return func() {}, nil
	}
	ctx, cancel := context.WithTimeout(r.Context(), h.options.RequestTimeout)
	defer cancel()
	if h.large.Acquire(ctx, size) != nil {
		return nil, &refusal{http.StatusServiceUnavailable, httpmw.CodeOverloaded, "the server is busy with other large requests; try again in a moment"}
	}
	return sync.OnceFunc(func() { h.large.Release(size) }), nil
}

// appendAll appends all that can be read to dst.
func appendAll(dst []byte, from io.Reader) ([]byte, error) {
	for {
		dst = slices.Grow(dst, 512)
		n, err := from.Read(dst[len(dst):cap(dst)])
		dst = dst[:len(dst)+n]
		if errors.Is(err, io.EOF) {
			return dst, nil
		}
		if err != nil {
			return dst, err
		}
	}
}

// mostBytes is how much a principal may send at once.
func (h *Handler) mostBytes(principal *auth.Principal) int64 {
	if principal != nil && principal.Role.Includes(auth.Viewer) {
		return max(h.options.MaxBody, h.options.MaxEditorBody)
	}
	return h.options.MaxBody
}

func (h *Handler) readJSON(body []byte) (batch, *refusal) {
	decoder := jsontext.NewDecoder(bytes.NewBuffer(body))
	if decoder.PeekKind() != '[' {
		asked, err := readRequest(decoder)
		if err == nil {
			err = atEnd(decoder)
		}
		if err != nil {
			return batch{}, badRequest(err)
		}
		return batch{requests: []request{asked}}, nil
	}
	if h.options.MaxBatch == 0 {
		return batch{}, &refusal{http.StatusBadRequest, codeBatchesDisabled, "the body is a list of operations; send them one by one"}
	}
	many := batch{many: true}
	_, _ = decoder.ReadToken()
	for decoder.PeekKind() != ']' {
		asked, err := readRequest(decoder)
		if err != nil {
			return batch{}, badRequest(err)
		}
		if many.requests = append(many.requests, asked); len(many.requests) > h.options.MaxBatch {
			return batch{}, &refusal{http.StatusBadRequest, codeBatchTooLarge, fmt.Sprintf("the body holds over %d operations", h.options.MaxBatch)}
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

// errNotJSON never tells what the body holds: it may go into a log.
var errNotJSON = errors.New(`the body must be a JSON object such as {"query": "…", "variables": {…}}`)

func atEnd(decoder *jsontext.Decoder) error {
	if _, err := decoder.ReadToken(); !errors.Is(err, io.EOF) {
		return errNotJSON
	}
	return nil
}

// readRequest reads the JSON object of a request. Members that it does not know are left out.
func readRequest(decoder *jsontext.Decoder) (request, error) {
	var read request
	if decoder.PeekKind() != '{' {
		return read, errNotJSON
	}
	_, _ = decoder.ReadToken()
	for decoder.PeekKind() == '"' {
		name, err := decoder.ReadToken()
		if err != nil {
			return read, errNotJSON
		}
		if err := read.member(name.String(), decoder); err != nil {
			return read, err
		}
	}
	if _, err := decoder.ReadToken(); err != nil {
		return read, errNotJSON
	}
	if read.query == "" && read.documentID == "" && read.hash == "" {
		return read, errors.New("query: must be given, or the id of a document")
	}
	return read, nil
}

func (r *request) member(name string, decoder *jsontext.Decoder) (err error) {
	switch name {
	case "query":
		r.query, err = readString(name, decoder)
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
		if decoder.SkipValue() != nil {
			err = errNotJSON
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

// readString reads a string or null.
func readString(name string, decoder *jsontext.Decoder) (string, error) {
	token, err := decoder.ReadToken()
	switch {
	case err != nil:
		return "", errNotJSON
	case token.Kind() == 'n':
		return "", nil
	case token.Kind() != '"':
		return "", fmt.Errorf("%s: must be a string", name)
	}
	return token.String(), nil
}

// readObject reads an object or null.
func readObject(name string, decoder *jsontext.Decoder) (map[string]any, error) {
	if kind := decoder.PeekKind(); kind != '{' && kind != 'n' {
		return nil, fmt.Errorf("%s: must be a JSON object", name)
	}
	value, err := readValue(decoder)
	object, _ := value.(map[string]any)
	return object, err
}

// mostNesting is how many lists and objects of a request may stand within each other.
const mostNesting = 100

// readValue reads any value.
func readValue(decoder *jsontext.Decoder) (any, error) {
	if decoder.StackDepth() > mostNesting {
		return nil, fmt.Errorf("the body nests lists and objects more than %d levels deep", mostNesting)
	}
	token, err := decoder.ReadToken()
	if err != nil {
		return nil, errNotJSON
	}
	switch token.Kind() {
	case '"':
		return token.String(), nil
	case '0':
		return input.Number(token.String()), nil
	case 't', 'f':
		return token.Bool(), nil
	case '[':
		list := []any{}
		for decoder.PeekKind() != ']' {
			element, err := readValue(decoder)
			if err != nil {
				return nil, err
			}
			list = append(list, element)
		}
		_, err = decoder.ReadToken()
		return list, err
	case '{':
		object := map[string]any{}
		for decoder.PeekKind() != '}' {
			name, err := decoder.ReadToken()
			if err != nil {
				return nil, errNotJSON
			}
			key := name.String()
			if object[key], err = readValue(decoder); err != nil {
				return nil, err
			}
		}
		_, err = decoder.ReadToken()
		return object, err
	}
	return nil, nil
}
