package attack

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// memoryAttacks send what the server would like to remember.
func memoryAttacks() []Attack {
	everything := "id slug npi kind name pronouns practicingSince statement summary sessionFormats ageGroups " +
		"languages insurances acceptingNewClients confirmedOn profileUrl updatedAt "
	wide := numbered(20, "a%:providers(first:0){nodes{"+strings.Repeat(everything, 5)+"}}")
	return []Attack{
		{
			Name:    "documents",
			Sends:   "valid queries of 1,700 fields, no two the same",
			Wants:   answered(),
			request: func(number int) request { return post(fmt.Sprintf("query name%d{%s}", number, wide), nil, nil) },
		},
		{
			Name:  "persisted-queries",
			Sends: "valid queries of 100 KB to be kept by their hash, no two the same",
			Wants: answered(),
			request: func(number int) request {
				query := fmt.Sprintf("# %d%s\n{__typename}", number, strings.Repeat(" ", 100_000))
				return post(query, nil, persisted(query))
			},
		},
		{
			Name:  "small-persisted-queries",
			Sends: "valid queries to be kept by their hash, no two the same",
			Wants: answered(),
			request: func(number int) request {
				query := fmt.Sprintf("query name%d{__typename}", number)
				return post(query, nil, persisted(query))
			},
		},
		{
			Name:    "unknown-hashes",
			Sends:   "hashes of queries that were never sent",
			Wants:   refused(200, "PERSISTED_QUERY_NOT_FOUND"),
			request: func(number int) request { return post("", nil, persisted(fmt.Sprint(number))) },
		},
	}
}

// persisted are the extensions that name a query by its hash.
func persisted(query string) map[string]any {
	sum := sha256.Sum256([]byte(query))
	return map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hex.EncodeToString(sum[:])}}
}
