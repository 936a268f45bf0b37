package graphqlhttp_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"findcare/internal/clock"
	"findcare/internal/httpmw"
)

// TestResponsesInOnePiece reads responses of many sizes from one connection, and counts their pieces.
func TestResponsesInOnePiece(t *testing.T) {
	handler := newHandler(t, usual)
	server := httptest.NewUnstartedServer(gzhttp.GzipHandler(handler))
	server.Listener = httpmw.Listener{Listener: server.Listener}
	server.Config.ConnContext = httpmw.ConnContext
	server.Start()
	defer server.Close()
	client, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Close() }()
	if err := client.SetDeadline(clock.Deadline(time.Minute)); err != nil {
		t.Fatal(err)
	}
	for _, headers := range []string{"", "Accept-Encoding: gzip\r\n"} {
		for _, method := range []string{"POST", "HEAD"} {
			for size := range 40 {
				query := fmt.Sprintf(
					"{ providers(first: %d) { nodes { name summary statement locations { label } } totalCount } }",
					size/2,
				)
				want := content(
					t,
					send(handler, "POST", "/graphql", `{"query":"`+query+`"}`, "Content-Type", "application/json"),
				)
				got := exchange(t, client, method, query, headers)
				if method == "HEAD" {
					want = ""
				}
				if got != want {
					t.Fatalf("%s of %d bytes, with %q: %d bytes", method, len(want), headers, len(got))
				}
			}
		}
	}
}

// exchange sends a request and returns the body of the response.
func exchange(t *testing.T, client net.Conn, method, query, headers string) string {
	t.Helper()
	var sent bytes.Buffer
	if method == "POST" {
		body := `{"query":"` + query + `"}`
		fmt.Fprintf(
			&sent,
			"POST /graphql HTTP/1.1\r\nHost: care.example\r\nContent-Type: "+
				"application/json\r\nContent-Length: %d\r\n%s\r\n%s",
			len(body),
			headers,
			body,
		)
	} else {
		fmt.Fprintf(&sent, "HEAD %s HTTP/1.1\r\nHost: care.example\r\n%s\r\n", get("query", query), headers)
	}
	if _, err := client.Write(sent.Bytes()); err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(context.Background(), method, "/graphql", nil)
	if err != nil {
		t.Fatal(err)
	}
	pieces := &counted{Reader: client}
	received := bufio.NewReaderSize(pieces, 1<<16)
	response, err := http.ReadResponse(received, request)
	if err != nil {
		t.Fatal(err)
	}
	body := readBody(t, response)
	if received.Buffered() > 0 {
		t.Fatalf("%d bytes come after the response", received.Buffered())
	}
	if response.ContentLength >= 0 && pieces.count != 1 {
		t.Errorf("a response of %d bytes comes in %d pieces", len(body), pieces.count)
	}
	return body
}

// counted counts what is read at once.
type counted struct {
	io.Reader
	count int
}

func (c *counted) Read(p []byte) (int, error) {
	c.count++
	return c.Reader.Read(p)
}

func readBody(t *testing.T, response *http.Response) string {
	t.Helper()
	from := io.Reader(response.Body)
	if response.Header.Get("Content-Encoding") == "gzip" && response.Request.Method != http.MethodHead {
		unzipped, err := gzip.NewReader(from)
		if err != nil {
			t.Fatal(err)
		}
		from = unzipped
	}
	body, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
