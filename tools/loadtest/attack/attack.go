// Package attack attacks a findcare server in the ways that are known against GraphQL and HTTP, and measures what each
// attack costs the server and other clients.
package attack

import (
	"bytes"
	"context"
	"net/http"
	"slices"
)

// Attack is one way to knock a server over. It sends either requests or holds connections.
type Attack struct {
	Name string
	// Sends says what is sent.
	Sends string
	// Wants are the answers that a server may give. Above the rate limit it may always say so.
	Wants []Answer

	// request makes the attack's requests; no two are the same, so that nothing helps that the server remembers.
	request func(number int) request
	// hold opens connections and holds on to them until the context ends.
	hold func(ctx context.Context, address string, connections int) (held, error)
	// most is how many connections are held.
	most int
	// flood sends as much as the server answers, and not only as much as the rate limit lets through.
	flood bool
	// addresses is how many client addresses the attacker has, 0 is one.
	addresses int
	// editor sends the requests with an editor's token.
	editor bool
	// wantsClosed wants the server to close all connections that are held.
	wantsClosed bool
}

// All returns every attack.
func All() []Attack {
	return slices.Concat(
		documentAttacks(), fragmentAttacks(), selectionAttacks(), validationAttacks(), definitionAttacks(),
		inputAttacks(), valueAttacks(), jsonAttacks(), searchAttacks(), facetAttacks(), baitAttacks(),
		memoryAttacks(), transportAttacks(), floodAttacks(), connectionAttacks(), pageAttacks(), socketAttacks(),
		editorAttacks(),
	)
}

// Named returns the attack of that name.
func Named(name string) (Attack, bool) {
	all := All()
	i := slices.IndexFunc(all, func(a Attack) bool { return a.Name == name })
	if i < 0 {
		return Attack{}, false
	}
	return all[i], true
}

// answered is what an operation gets that is carried out.
func answered() []Answer { return []Answer{{200, ""}} }

// refused is what a request gets that is not carried out, of whatever kind that holds one of the codes.
func refused(status int, codes ...string) (answers []Answer) {
	for _, code := range codes {
		answers = append(answers, Answer{status, code})
	}
	return answers
}

// Example returns one request of an attack by requests, nil for an attack by connections.
func (a Attack) Example() *http.Request {
	if a.request == nil {
		return nil
	}
	r := a.request(0)
	asked, err := http.NewRequest(r.method, r.target, bytes.NewReader(r.body))
	if err != nil {
		panic(err) // no attack is what cannot be sent
	}
	for name, values := range r.header {
		asked.Header[name] = values
	}
	return asked
}
