package graphqlhttp

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/cache"
	"findcare/internal/execution"
	"findcare/models"
)

// Persisted configures which operations may be sent by id or hash.
type Persisted struct {
	AutomaticPersistedQueries bool `hidden:"" help:"Allow automatic persisted queries." default:"true" negatable:""`

	TrustedDocumentsFile string `help:"Manifest of trusted operations, of Apollo or Relay." type:"path"`
	TrustedDocuments     string `help:"only rejects operations outside the manifest." enum:"also,only" default:"also"`

	// Own are the documents of the server's own pages, which are trusted without a manifest.
	Own []string `kong:"-"`
}

// persistedMemory is the maximum size in bytes of all automatic persisted queries.
const persistedMemory = 8 << 20

// documents are the operations that clients may send by id or hash.
type documents struct {
	trusted   map[string]string // by id
	texts     map[string]bool
	only      bool
	automatic *cache.Cache[string, string] // by hash; nil where they are off
}

func newDocuments(executor *execution.Executor, options Persisted) (*documents, error) {
	d := &documents{trusted: map[string]string{}, texts: map[string]bool{}, only: options.TrustedDocuments == "only"}
	if options.AutomaticPersistedQueries && !d.only {
		d.automatic = cache.Weighing(persistedMemory, func(hash, query string) uint32 {
			return uint32(len(hash) + len(query) + 128)
		})
	}
	for _, query := range options.Own {
		d.texts[query] = true
	}
	if options.TrustedDocumentsFile == "" {
		return d, nil
	}
	content, err := os.ReadFile(options.TrustedDocumentsFile)
	if err != nil {
		return nil, fmt.Errorf("--trusted-documents-file: %w", err)
	}
	if d.trusted, err = readManifest(content); err != nil {
		return nil, fmt.Errorf("--trusted-documents-file: %s: %w", options.TrustedDocumentsFile, err)
	}
	for id, query := range d.trusted {
		d.texts[query] = true
		if errs := executor.Validate(query); len(errs) > 0 {
			const format = "--trusted-documents-file: %s: the operation %s: %s"
			return nil, fmt.Errorf(format, options.TrustedDocumentsFile, id, errs[0].Message)
		}
	}
	return d, nil
}

// readManifest reads Apollo's persisted query manifest
// (https://www.apollographql.com/docs/graphos/platform/security/persisted-queries) or Relay's, an object of texts by
// id.
func readManifest(content []byte) (map[string]string, error) {
	var apollo struct {
		Format     string `json:"format"`
		Version    int    `json:"version"`
		Operations []struct {
			ID   string `json:"id"`
			Body string `json:"body"`
		} `json:"operations"`
	}
	if err := json.Unmarshal(content, &apollo); err == nil && apollo.Format == "apollo-persisted-query-manifest" {
		if apollo.Version != 1 {
			return nil, fmt.Errorf("version: %d must be 1", apollo.Version)
		}
		queries := make(map[string]string, len(apollo.Operations))
		for _, operation := range apollo.Operations {
			queries[operation.ID] = operation.Body
		}
		return queries, nil
	}
	var relay map[string]string
	if err := json.Unmarshal(content, &relay); err != nil {
		return nil, fmt.Errorf("must be Apollo's manifest of persisted queries, or Relay's object of texts by id")
	}
	return relay, nil
}

// query returns the query of a request.
func (d *documents) query(r request) (string, *gqlerror.Error) {
	id := r.documentID
	if id == "" {
		id = r.hash
	}
	if trusted, ok := d.trusted[id]; ok && r.query == "" {
		return trusted, nil
	}
	switch {
	case d.only && !d.texts[r.query]:
		const message = "only operations from the server's list of trusted documents may run here"
		return "", execution.Errorf(models.CodeUntrustedDocument, message)
	case r.documentID != "" && r.query == "":
		return "", execution.Errorf(models.CodeUnknownDocument, "documentId: no document has this id")
	case r.hash == "":
		return r.query, nil
	case r.query != "":
		return d.hashed(r)
	case d.automatic == nil:
		return "", execution.Errorf(models.CodePersistedQueryNotSupported, "PersistedQueryNotSupported")
	}
	query, ok := d.automatic.Get(r.hash)
	if !ok {
		return "", execution.Errorf(models.CodePersistedQueryNotFound, "PersistedQueryNotFound")
	}
	return query, nil
}

func (d *documents) hashed(r request) (string, *gqlerror.Error) {
	if sum := sha256.Sum256([]byte(r.query)); hex.EncodeToString(sum[:]) != r.hash {
		const message = "extensions.persistedQuery.sha256Hash: is not the hash of the query"
		return "", execution.Errorf(models.CodePersistedQueryMismatch, message)
	}
	return r.query, nil
}

// put stores the query of a valid request that came with its hash.
func (d *documents) put(r request) {
	if d.automatic != nil && r.hash != "" && r.query != "" {
		d.automatic.SetIfAbsent(r.hash, r.query)
	}
}
