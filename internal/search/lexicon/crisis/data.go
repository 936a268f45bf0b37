package crisis

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

var (
	//go:embed phrases.json
	phrasesJSON []byte
	//go:embed resources.json
	resourcesJSON []byte
	//go:embed ordinary.txt
	ordinaryText string
)

// phraseFile is phrases.json.
type phraseFile struct {
	// Conditions of the lexicon, by slug, and the kind of crisis that each is.
	Conditions map[string]string `json:"conditions"`
	// Spellings are what is written for other words, in chats above all.
	Spellings map[string]string `json:"spellings"`
	// Joined are two words that are read as others.
	Joined map[string]string `json:"joined"`
	// Fillers are words that nothing depends on: patterns are written without them.
	Fillers []string `json:"fillers"`
	// Words are classes of words, which patterns name with @.
	Words map[string]string `json:"words"`
	// Ambiguous are single words that the lexicon takes for a crisis, but only the patterns may.
	Ambiguous []string `json:"ambiguous"`
	// Phrases are patterns by kind of crisis.
	Phrases map[string][]string `json:"phrases"`
	// Harmless are patterns of what sounds like a crisis and is none.
	Harmless []string `json:"harmless"`
}

var table = sync.OnceValue(func() *patterns {
	var file phraseFile
	mustDecode("phrases.json", phrasesJSON, &file)
	t, err := newPatterns(&file, strings.Fields(ordinaryText))
	if err != nil {
		panic(err) // The files are part of the program, and tested with it.
	}
	return t
})

// resources has the list of every set of kinds.
var resources = sync.OnceValue(func() [][]Resource {
	var all []Resource
	mustDecode("resources.json", resourcesJSON, &all)
	lists := make([][]Resource, 1<<len(kindsByName))
	for kinds := range lists {
		lists[kinds] = []Resource{}
		for _, r := range all {
			if r.kinds()&Kinds(kinds) != 0 {
				lists[kinds] = append(lists[kinds], r)
			}
		}
	}
	return lists
})

func (r Resource) kinds() (kinds Kinds) {
	for _, name := range r.Kinds {
		kinds |= kindsByName[name]
	}
	return kinds
}

func mustDecode(name string, data []byte, into any) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		panic(fmt.Sprintf("crisis: read %s: %v", name, err))
	}
}
