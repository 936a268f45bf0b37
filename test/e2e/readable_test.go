package e2e

import (
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// What was written can be read on the same server from when the answer arrives, in every way: by its id, in searches,
// in counts, on its page, and by those who ask with the tag of what was there before.
func TestAWriteIsReadableWhenItIsAnswered(t *testing.T) {
	t.Parallel()
	const writers, writes = 4, 12
	data := demoData(t)
	token := newToken(t, data, "editor")
	server := openServer(t, "--data", data, "--log-level", "error")
	var running sync.WaitGroup
	for writer := range writers {
		running.Go(func() {
			by, slug := editor{server.url, token}, fmt.Sprintf("tester-%d-examplar", writer)
			var id string
			for number := range writes {
				// No other provider has this word, so whatever is found is this revision.
				word := fmt.Sprintf("zyx%c%c", 'a'+writer, 'a'+number)
				input := map[string]any{
					"slug":      slug,
					"name":      "Tester Examplar",
					"kind":      "INDIVIDUAL",
					"statement": word + " is my way.",
				}
				if number%2 == 1 {
					input["id"] = id
				}
				saved, err := saveProvider(by, input)
				if err != nil {
					t.Errorf("writer %d, write %d: %v", writer, number, err)
					return
				}
				if id == "" {
					id = saved
				} else if saved != id {
					t.Errorf("write %d of writer %d made another provider", number, writer)
				}
				list := "/graphql?query=" + url.QueryEscape(
					`{ providers(filter: {text: "`+word+`"}) { totalCount nodes { id statement } } }`,
				)
				for path, want := range map[string]string{
					"/graphql?query=" + url.QueryEscape(`{ provider(by: {id: "`+id+`"}) { statement } }`): word +
						" is my way.",
					list: `"totalCount":1,"nodes":[{"id":"` + id + `","statement":"` + word +
						` is my way."}]`,
					"/providers/" + slug: word + " is my way.",
				} {
					if got := server.open(t, path); !strings.HasPrefix(got, "200 ") || !strings.Contains(got, want) {
						t.Errorf("after write %d of writer %d, %s gives %s", number, writer, path, got)
					}
				}
			}
		})
	}
	running.Wait()
	got, want := server.query(t, `{ directory { providerCount } }`,
		nil), fmt.Sprintf(`{"data":{"directory":{"providerCount":%d}}}`, 600+writers)
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// saveProvider creates or changes a provider and returns its id.
func saveProvider(by editor, input map[string]any) (id string, err error) {
	var answer struct {
		SaveProviders []struct {
			Provider   struct{ ID string }
			UserErrors []struct{ Message string }
		}
	}
	err = by.send(
		`mutation($input: ProviderInput!) { saveProviders(inputs: [$input]) { provider { id } userErrors { message `+
			`} } }`,
		map[string]any{"input": input},
		&answer,
	)
	if err != nil {
		return "", err
	}
	if saved := answer.SaveProviders[0]; len(saved.UserErrors) > 0 {
		return "", fmt.Errorf("%s", saved.UserErrors[0].Message)
	}
	return answer.SaveProviders[0].Provider.ID, nil
}
