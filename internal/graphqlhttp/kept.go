package graphqlhttp

import (
	"bytes"
	"hash/maphash"
	"net/http"
	"sync/atomic"
	"weak"

	"github.com/maypok86/otter/v2"

	"findcare/graph"
	"findcare/internal/auth"
	"findcare/internal/catalog"
	"findcare/models"
)

// keptAnswers are answers to anybody's queries. What is asked for with the same bytes, of the same snapshot and on the
// same day has the same answer; nothing else of a request has a part in it but a token, and who sends one gets none of
// these.
type keptAnswers struct {
	seed    maphash.Seed
	answers *otter.Cache[uint64, *kept] // by the hash of the question; nil where none are kept
	// asked has hashes of late questions. Most are never asked again, and so not worth keeping the answer.
	asked [1 << 12]atomic.Uint64
}

// kept is a query that was answered without an error. It does not change once it is made.
type kept struct {
	question
	snapshot weak.Pointer[catalog.Snapshot]
	name     string
	cost     int
	answer   []byte
}

// question is what an answer depends on.
type question struct {
	text     []byte // the body of a request by POST, or the parameters of another's address
	inBody   bool
	today    models.Date
	snapshot *catalog.Snapshot // nil in what is kept, which does not hold on to it
	hash     uint64            // of the text
}

const (
	// longestQuestion is how many bytes a request may have whose answer is kept.
	longestQuestion = 16 << 10
	// keptOverhead is about what a kept answer takes besides its bytes and those of the request.
	keptOverhead = 256
)

func newKeptAnswers(memory uint64) *keptAnswers {
	k := &keptAnswers{seed: maphash.MakeSeed()}
	if memory > 0 {
		k.answers = otter.Must(&otter.Options[uint64, *kept]{
			MaximumWeight: memory,
			Weigher:       func(_ uint64, k *kept) uint32 { return uint32(len(k.text) + len(k.answer) + keptOverhead) },
		})
	}
	return k
}

// question is what a request asks of a snapshot. Ok is false where its answer must not be kept.
//
// SECURITY: the one place where it is decided whose answers others may get: those of requests without a token, since
// nothing else tells one client from another.
func (k *keptAnswers) question(r *http.Request, received []byte, snapshot *catalog.Snapshot) (q question, ok bool) {
	if k.answers == nil || auth.Of(r.Context()) != nil {
		return q, false
	}
	q.text, q.inBody = received, r.Method == http.MethodPost
	if !q.inBody {
		q.text = []byte(r.URL.RawQuery)
	}
	if len(q.text) > longestQuestion {
		return q, false
	}
	q.today, q.snapshot, q.hash = snapshot.Today(), snapshot, maphash.Bytes(k.seed, q.text)
	return q, true
}

// find returns the answer to a question, nil where none is kept.
func (k *keptAnswers) find(q question) *kept {
	known, there := k.answers.GetIfPresent(q.hash)
	if there && known.snapshot.Value() == q.snapshot && known.today == q.today && known.inBody == q.inBody &&
		bytes.Equal(known.text, q.text) {
		return known
	}
	return nil
}

// learn keeps the answer to a question that was asked before.
func (k *keptAnswers) learn(q question, operation *graph.Operation, answer []byte) {
	if k.asked[q.hash%uint64(len(k.asked))].Swap(q.hash) != q.hash {
		return
	}
	news := &kept{
		question: q,
		snapshot: weak.Make(q.snapshot),
		name:     operation.Name(),
		cost:     operation.Cost,
		answer:   bytes.Clone(answer),
	}
	news.text, news.question.snapshot = bytes.Clone(q.text), nil
	k.answers.Set(q.hash, news)
}
