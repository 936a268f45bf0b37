package graphqlhttp

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
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"findcare/internal/auth"
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

// receive takes in what a client sends, at whatever pace it sends it, and appends it to dst. Nothing of it is looked
// into yet.
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

// readURL reads a request by GET: query, operationName, variables, extensions and documentId are parameters, with
// variables and extensions as JSON.
func readURL(address *url.URL) (request, error) {
	parameters, err := url.ParseQuery(address.RawQuery)
	if err != nil {
		return request{}, errors.New("the parameters of the address cannot be read")
	}
	var read request
	for _, text := range []struct {
		name string
		into *string
	}{
		{"query", &read.query}, {"operationName", &read.operationName}, {"documentId", &read.documentID}, {"doc_id", &read.documentID},
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

// parameter reads a parameter that is JSON.
func (r *request) parameter(name string, value []byte) error {
	decoder, err := newDecoder(value)
	if err == nil {
		if err = r.member(name, decoder); err == nil {
			err = atEnd(decoder)
		}
	}
	var fault *faultOfJSON
	if errors.As(err, &fault) {
		return fmt.Errorf("%s: %s", name, fault.of("a JSON object"))
	}
	return err
}

// readBody reads the body of a request by POST. Only JSON is taken: a browser does not send that to another site
// without asking first, so no page can make its visitors write.
func (h *Handler) readBody(w http.ResponseWriter, r *http.Request, dst []byte) ([]byte, *refusal) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return dst, &refusal{
			http.StatusUnsupportedMediaType,
			codeUnsupportedMedia,
			"the content type must be application/json, in UTF-8",
		}
	}
	if encoding := r.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		w.Header().Set("Accept-Encoding", "identity")
		return dst, &refusal{http.StatusUnsupportedMediaType, codeUnsupportedMedia, "the body must not be compressed"}
	}
	most := h.mostBytes(auth.Of(r.Context()))
	tooLong := &refusal{
		http.StatusRequestEntityTooLarge,
		codeBodyTooLarge,
		fmt.Sprintf("the body must not be over %d bytes", most),
	}
	if r.ContentLength > most { // before any of it is read, so that a client that asks first does not send it
		w.Header().Set("Connection", "close")
		return dst, tooLong
	}
	if r.ContentLength > h.options.MaxBody {
		dst = slices.Grow(dst, int(r.ContentLength)+512) // at once: growing bit by bit takes several times as much
	}
	dst, err := appendAll(dst, http.MaxBytesReader(w, r.Body, most))
	if err == nil {
		return dst, nil
	}
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return dst, tooLong
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

// mostLarge is how many bytes the bodies that are larger than anybody may send have together, from when they are read
// until they are answered. What is made of a body takes several times as much memory.
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
		return nil, &refusal{
			http.StatusServiceUnavailable,
			httpmw.CodeOverloaded,
			"the server is busy with other large requests; try again in a moment",
		}
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
	decoder, err := newDecoder(body)
	if err != nil {
		return batch{}, badRequest(err)
	}
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
		return batch{}, &refusal{
			http.StatusBadRequest,
			codeBatchesDisabled,
			"the body is a list of operations; send them one by one",
		}
	}
	many := batch{many: true}
	_, _ = decoder.ReadToken()
	for decoder.PeekKind() != ']' {
		asked, err := readRequest(decoder)
		if err != nil {
			return batch{}, badRequest(err)
		}
		if many.requests = append(many.requests, asked); len(many.requests) > h.options.MaxBatch {
			return batch{}, &refusal{
				http.StatusBadRequest,
				codeBatchTooLarge,
				fmt.Sprintf("the body holds over %d operations", h.options.MaxBatch),
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

// faultOfJSON is where something stops being the JSON that it must be. It never tells what is there: it may go into a
// log.
type faultOfJSON struct {
	offset int64
	utf8   bool // tells that it stops being UTF-8
}

func (f *faultOfJSON) Error() string {
	return "the body " + f.of(`a JSON object such as {"query": "…", "variables": {…}}`)
}

func (f *faultOfJSON) of(expected string) string {
	if f.utf8 {
		return fmt.Sprintf("must be UTF-8, and is not at byte %d", f.offset)
	}
	return fmt.Sprintf("must be %s, and stops being one at byte %d", expected, f.offset)
}

// notJSON is where the decoder has met an error, or else stands.
func notJSON(decoder *jsontext.Decoder, err error) error {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		return &faultOfJSON{offset: syntax.ByteOffset}
	}
	return &faultOfJSON{offset: decoder.InputOffset()}
}

// halfPairs lets half of a surrogate pair, as a text has it that was cut in two, be U+FFFD. It would let any bytes be
// that, so what it is used for must be UTF-8.
var halfPairs = jsontext.AllowInvalidUTF8(true)

// newDecoder reads JSON in UTF-8.
func newDecoder(text []byte) (*jsontext.Decoder, error) {
	if !utf8.Valid(text) {
		valid := 0
		for {
			r, size := utf8.DecodeRune(text[valid:])
			if r == utf8.RuneError && size == 1 {
				return nil, &faultOfJSON{offset: int64(valid), utf8: true}
			}
			valid += size
		}
	}
	return jsontext.NewDecoder(bytes.NewBuffer(text), halfPairs), nil
}

func atEnd(decoder *jsontext.Decoder) error {
	before := decoder.InputOffset() + int64(
		len(decoder.UnreadBuffer())-len(bytes.TrimLeft(decoder.UnreadBuffer(), " \t\r\n")),
	)
	if _, err := decoder.ReadToken(); !errors.Is(err, io.EOF) {
		return &faultOfJSON{offset: before}
	}
	return nil
}

// readRequest reads the JSON object of a request. Members that it does not know are left out.
func readRequest(decoder *jsontext.Decoder) (request, error) {
	var read request
	if decoder.PeekKind() != '{' {
		_, err := decoder.ReadToken()
		return read, notJSON(decoder, err)
	}
	_, _ = decoder.ReadToken()
	for decoder.PeekKind() == '"' {
		name, err := decoder.ReadToken()
		if err != nil {
			return read, notJSON(decoder, err)
		}
		if err := read.member(name.String(), decoder); err != nil {
			return read, err
		}
	}
	if _, err := decoder.ReadToken(); err != nil {
		return read, notJSON(decoder, err)
	}
	return read, read.check()
}

func (r *request) check() error {
	if r.query == "" && r.documentID == "" && r.hash == "" {
		return errors.New("query: must be given, or the id of a document")
	}
	return nil
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
		if skipped := decoder.SkipValue(); skipped != nil {
			err = notJSON(decoder, skipped)
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
		return "", notJSON(decoder, err)
	case token.Kind() == 'n':
		return "", nil
	case token.Kind() != '"':
		return "", fmt.Errorf("%s: must be a string", name)
	}
	return token.String(), nil
}

// readObject reads an object or null.
func readObject(name string, decoder *jsontext.Decoder) (map[string]any, error) {
	switch decoder.PeekKind() {
	case '{', 'n':
	case jsontext.KindInvalid:
		_, err := decoder.ReadToken()
		return nil, notJSON(decoder, err)
	default:
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
		return nil, notJSON(decoder, err)
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
		return list, end(decoder)
	case '{':
		object := map[string]any{}
		for decoder.PeekKind() != '}' {
			name, err := decoder.ReadToken()
			if err != nil {
				return nil, notJSON(decoder, err)
			}
			key := name.String()
			if object[key], err = readValue(decoder); err != nil {
				return nil, err
			}
		}
		return object, end(decoder)
	}
	return nil, nil
}

// end reads the end of a list or an object.
func end(decoder *jsontext.Decoder) error {
	if _, err := decoder.ReadToken(); err != nil {
		return notJSON(decoder, err)
	}
	return nil
}
