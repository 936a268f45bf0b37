package stream_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

const (
	initialise   = `> {"type":"connection_init"}`
	acknowledged = `< {"type":"connection_ack"}`
)

const (
	directoryChanged = `{"query":"subscription { directoryChanged { providerCount } }"}`
	providerChanged  = `{"query":"subscription($ids: [ID!]!) { providerChanged(ids: $ids) { provider { name } } ` +
		`}","variables":{"ids":["%s"]}}`
	count = `{"data":{"directoryChanged":{"providerCount":1}}}`
)

// protocolTests are sequences of messages: > is what the client sends, < a pattern of what it then gets, ! a change of
// the directory.
var protocolTests = []struct {
	name     string
	sequence []string
}{
	{"a query", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":{"query":"query($s: Boolean!) { __typename ` +
			`@include(if: $s) }","variables":{"s":true}}}`,
		`< {"id":"a","type":"next","payload":{"data":{"__typename":"Query"}}}`, `< {"id":"a","type":"complete"}`,
		`> {"id":"a","type":"subscribe","payload":{"query":"{ b: __typename }"}}`,
		`< {"id":"a","type":"next","payload":{"data":{"b":"Query"}}}`, `< {"id":"a","type":"complete"}`,
	}},
	{"a mutation", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":{"query":"mutation { deleteProvider(id: \"` + wren(1).ID +
			`\") { deletedId } }"}}`,
		`< {"id":"a","type":"next","payload":{"data":null,"errors":[.*"UNAUTHENTICATED".*]}}`,
		`< {"id":"a","type":"complete"}`,
	}},
	{"what a query costs", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":{"query":"{ __typename }","extensions":{"cost":true}}}`,
		`< {"id":"a","type":"next","payload":{"data":.*,"extensions":{"cost":{"operation":1,"maximum":1000}}}}`,
	}},
	{"a query that costs too much", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":{"query":"{ providers(first: 100) { nodes { similar ` +
			`{ id } } } }"}}`,
		`< {"id":"a","type":"error","payload":[{.*"TOO_COSTLY".*}]}`,
	}},
	{"an operation that is not valid", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":{"query":"subscription { nope }"}}`,
		`< {"id":"a","type":"error","payload":[{.*"GRAPHQL_VALIDATION_FAILED".*}]}`,
		`> {"id":"a","type":"subscribe","payload":{"query":"{"}}`,
		`< {"id":"a","type":"error","payload":[{.*"GRAPHQL_PARSE_FAILED".*}]}`,
	}},
	{"an operation whose condition is null", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":` +
			`{"query":"query($x: Boolean = true) { __typename @include(if: $x) }",` +
			`"variables":{"x":null}}}`,
		`< {"id":"a","type":"error","payload":[{"message":"@include if: must be a Boolean .*, but $x ` +
			`is null".*"GRAPHQL_VALIDATION_FAILED".*}]}`,
		`> {"id":"a","type":"subscribe","payload":{"query":"query($n: Int) { conditions(first: $n) { ` +
			`totalCount } }","variables":{"n":"1"}}}`,
		`< {"id":"a","type":"error","payload":[{"message":"$n: must be an Int .*, not ` +
			`.*1.*"GRAPHQL_VALIDATION_FAILED".*}]}`,
		`> {"id":"a","type":"subscribe","payload":{"query":"query($n: Int) { conditions(first: $n) { ` +
			`totalCount } }","variables":{"n":1.0}}}`,
		`< {"id":"a","type":"next","payload":{"data":{"conditions":{"totalCount":0}}}}`,
		`< {"id":"a","type":"complete"}`,
	}},
	{"a subscription that cannot begin", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":{"query":"subscription { providerChanged(ids: ` +
			`[\"x\"]) { id } }"}}`,
		`< {"id":"a","type":"next","payload":{"errors":[{.*"BAD_USER_INPUT".*}]}}`,
		`< {"id":"a","type":"complete"}`,
	}},
	{"a subscription", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":` + directoryChanged + `}`,
		`< {"id":"a","type":"next","payload":` + count + `}`,
		`!`, `< {"id":"a","type":"next","payload":` + count + `}`,
	}},
	{"two subscriptions, of which one is ended", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":` + directoryChanged + `}`,
		`< {"id":"a","type":"next","payload":` + count + `}`,
		`> {"id":"b","type":"subscribe","payload":` + fmt.Sprintf(providerChanged, wren(1).ID) + `}`,
		`> {"id":"a","type":"complete"}`, `> {"type":"ping"}`, `< {"type":"pong"}`,
		// A response to a later operation means that the subscription before it has begun.
		`> {"id":"a","type":"subscribe","payload":` + directoryChanged + `}`,
		`< {"id":"a","type":"next","payload":` + count + `}`,
		`> {"id":"a","type":"complete"}`, `> {"type":"ping"}`, `< {"type":"pong"}`,
		`!`, `< {"id":"b","type":"next","payload":{"data":{"providerChanged":{"provider":{"name":"Wren 2"}}}}}`,
	}},
	{
		"ping before the connection is acknowledged",
		[]string{`> {"type":"ping","payload":{"a":1}}`, `< {"type":"pong"}`, initialise, acknowledged},
	},
	{"pong, for nothing", []string{`> {"type":"pong"}`, initialise, acknowledged}},
	{
		"ending what is not there",
		[]string{
			initialise, acknowledged, `> {"id":"x","type":"complete"}`, `> {"type":"ping"}`, `< {"type":"pong"}`,
		},
	},

	{"no JSON", []string{`> hello`, `< 4400 Invalid message received`}},
	{"no object", []string{`> []`, `< 4400 Invalid message received`}},
	{"no type", []string{`> {}`, `< 4400 Invalid message type`}},
	{"an unknown type", []string{initialise, acknowledged, `> {"type":"start"}`, `< 4400 Invalid message type`}},
	{"a payload that is no object", []string{`> {"type":"connection_init","payload":3}`, `< 4400 .*`}},
	{
		"no id",
		[]string{
			initialise, acknowledged, `> {"type":"subscribe","payload":{"query":"{ __typename }"}}`, `< 4400 .*`,
		},
	},
	{"no query", []string{initialise, acknowledged, `> {"id":"a","type":"subscribe","payload":{}}`, `< 4400 .*`}},
	{"no payload", []string{initialise, acknowledged, `> {"id":"a","type":"subscribe"}`, `< 4400 .*`}},
	{
		"nothing is asked before the connection is initialised",
		[]string{`> {"id":"a","type":"subscribe","payload":` + directoryChanged + `}`, `< 4401 Unauthorized`},
	},
	{
		"initialised twice",
		[]string{initialise, acknowledged, initialise, `< 4429 Too many initialisation requests`},
	},
	{"an id twice", []string{
		initialise, acknowledged,
		`> {"id":"a","type":"subscribe","payload":` + directoryChanged + `}`,
		`< {"id":"a","type":"next","payload":` + count + `}`,
		`> {"id":"a","type":"subscribe","payload":` + directoryChanged + `}`,
		`< 4409 Subscriber for a already exists`,
	}},
	{"a long id twice", []string{
		initialise, acknowledged,
		`> {"id":"` + strings.Repeat("é", 200) + `","type":"subscribe","payload":` + directoryChanged + `}`,
		`< {"id":"é*","type":"next","payload":` + count + `}`,
		`> {"id":"` + strings.Repeat("é", 200) + `","type":"subscribe","payload":` + directoryChanged + `}`,
		`< 4409 Subscriber for é*`,
	}},
	{
		"a message that is too large",
		[]string{initialise, acknowledged, `> {"type":"` + strings.Repeat("x", 1<<16) + `"}`, `< 1009 .*`},
	},
}

func TestWebSocketProtocol(t *testing.T) {
	for _, test := range protocolTests {
		t.Run(test.name, func(t *testing.T) {
			l := openLive(t, nil)
			conn := l.dial(t)
			for _, step := range test.sequence {
				switch text := strings.TrimSpace(step[1:]); step[0] {
				case '>':
					tell(t, conn, text)
				case '<':
					if got := hear(t, conn); !matches(text, got) {
						t.Fatalf("got  %s\nwant %s", got, text)
					}
				case '!':
					l.revise()
				}
			}
		})
	}
}

// matches takes .* and what repeats a letter for patterns, and all else as it stands.
func matches(pattern, text string) bool {
	quoted := strings.NewReplacer(`\.\*`, `.*`, `é\*`, `é*`).Replace(regexp.QuoteMeta(pattern))
	return regexp.MustCompile(`^` + quoted + `$`).MatchString(text)
}

// TestSubscribeThenRead: a change after the response to a query is sent to subscribers from before it, and also over
// streams that have begun.
func TestSubscribeThenRead(t *testing.T) {
	const revisions = `subscription { providerChanged(ids: [\"%s\"]) { provider { revision } } }`
	query := fmt.Sprintf(revisions, wren(1).ID)
	changed := func(revision int) string {
		return fmt.Sprintf(`{"data":{"providerChanged":{"provider":{"revision":%d}}}}`, revision)
	}
	l := openLive(t, nil)
	conn := l.dial(t)
	tell(t, conn, initialise[2:])
	hear(t, conn)
	for revision := range 100 {
		revision += 2
		tell(t, conn, `{"id":"changes","type":"subscribe","payload":{"query":"`+query+`"}}`)
		tell(t, conn, `{"id":"read","type":"subscribe","payload":{"query":"{ __typename }"}}`)
		for _, kind := range []string{"next", "complete"} {
			if got := hear(t, conn); !strings.HasPrefix(got, `{"id":"read","type":"`+kind+`"`) {
				t.Fatalf("got %s, want %s", got, kind)
			}
		}
		l.revise()
		if got, want := hear(t, conn), `{"id":"changes","type":"next","payload":`+changed(revision)+`}`; got != want {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
		tell(t, conn, `{"id":"changes","type":"complete"}`)
	}
	for revision := range 100 {
		revision += 102
		stream := l.follow(t, strings.ReplaceAll(query, `\`, ""))
		l.revise()
		if got, want := stream.next(), "next "+changed(revision); got != want {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
		_ = stream.Body.Close()
	}
}
