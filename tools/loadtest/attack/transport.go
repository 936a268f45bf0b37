package attack

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// floodConnections is how many connections a flood has, more than the server executes operations at once.
const floodConnections = 300

// cheap is a query that costs next to nothing.
func cheap(number int) request { return post(fmt.Sprintf("# %d\n{__typename}", number), nil, nil) }

// transportAttacks are by HTTP.
func transportAttacks() []Attack {
	tooLarge := []Answer{{431, ""}, {0, ""}}
	return []Attack{
		{
			Name:    "gzip-bomb",
			Sends:   "100 KB that unpack to 100 MB",
			Wants:   refused(415, "UNSUPPORTED_MEDIA_TYPE"),
			request: with(raw(bomb()), "Content-Encoding", "gzip"),
		},
		{
			Name:    "huge-header",
			Sends:   "a header of 100 KB",
			Wants:   tooLarge,
			request: with(cheap(0), "X-Bait", strings.Repeat("a", 100_000)),
		},
		{Name: "many-headers", Sends: "3,000 headers", Wants: tooLarge, request: manyHeaders},
		{
			Name:    "accept-bait",
			Sends:   "an Accept of 10,000 media types",
			Wants:   []Answer{{406, "NOT_ACCEPTABLE"}},
			request: with(cheap(0), "Accept", strings.Repeat("a/b;q,", 10_000)),
		},
		{
			Name:  "etag-bait",
			Sends: "a GET with 10,000 entity tags",
			Wants: answered(),
			request: with(
				request{method: http.MethodGet, target: "/graphql?query={__typename}"},
				"If-None-Match",
				strings.Repeat(`"abc",`, 10_000),
			),
		},
		{
			Name:    "forwarded-bait",
			Sends:   "a forged X-Forwarded-For of 6,000 addresses",
			Wants:   answered(),
			request: with(cheap(0), "X-Forwarded-For", strings.Repeat("127.0.0.1,", 6000)+"127.0.0.2"),
		},
		{
			Name:  "huge-address",
			Sends: "a GET with 1,200 aliases in its address",
			Wants: refused(400, "TOO_MANY_ALIASES"),
			request: func(number int) request {
				query := fmt.Sprintf("query q%d{%s}", number, numbered(1200, "alias%:__typename "))
				return request{method: http.MethodGet, target: "/graphql?" + url.Values{"query": {query}}.Encode()}
			},
		},
	}
}

// floodAttacks send as fast as the server answers.
func floodAttacks() []Attack {
	search := func(number int) request {
		return post(
			`query($n:Int!){providers(first:$n filter:{text:"anxiety"}){nodes{name summary}}}`,
			map[string]any{"n": 1 + number%20},
			nil,
		)
	}
	return []Attack{
		{
			Name:    "flood",
			Sends:   "cheap queries over 300 connections, as fast as they are answered, from one address",
			Wants:   append(answered(), overloaded),
			request: cheap,
			flood:   true,
		},
		{
			Name:      "flood-of-addresses",
			Sends:     "searches over 300 connections, as fast as they are answered, from 300 addresses",
			Wants:     append(answered(), overloaded),
			request:   search,
			flood:     true,
			addresses: floodConnections,
		},
	}
}

var overloaded = Answer{503, "OVERLOADED"}

// with adds a header to a request.
func with(r request, name, value string) func(number int) request {
	r.header = r.header.Clone()
	if r.header == nil {
		r.header = http.Header{}
	}
	r.header.Set(name, value)
	return func(int) request { return r }
}

// manyHeaders are of one name, which costs an attacker the least.
func manyHeaders(int) request {
	return request{
		method: http.MethodGet,
		target: "/graphql?query={__typename}",
		header: http.Header{"X-Bait": slices.Repeat([]string{"twenty bytes of value"}, 3000)},
	}
}

func bomb() []byte {
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	zeros := make([]byte, 1<<20)
	for range 100 {
		_, _ = writer.Write(zeros) // memory takes all
	}
	_ = writer.Close()
	return packed.Bytes()
}
