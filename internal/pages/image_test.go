package pages_test

import (
	"regexp"
	"strings"
	"testing"

	"findcare/models"
)

// TestImagesOfArticles: pages of articles show images of the hosts that the operator has named, and their policy lets
// browsers load those and no others.
func TestImagesOfArticles(t *testing.T) {
	directory := &models.Directory{Articles: []*models.Article{{
		Header: models.Header{ID: "art_grief", Slug: "grief", Revision: 1}, Title: "Grief",
		Lead:        "![Lead](https://a.example/l)",
		PublishedOn: "2026-01-01", UpdatedOn: "2026-01-01", Topic: models.Topic{ConditionID: "cnd_grief"},
		Sections: []models.Section{{
			Heading: "Images", Body: "![First](https://a.example/1.png) ![Second](https://b.example/2.png)",
		}},
	}}}
	directory.Conditions = []*models.Condition{
		{Header: models.Header{ID: "cnd_grief", Slug: "grief", Revision: 1}, Name: "Grief"},
	}
	const first = `<p><img src="https://a.example/1.png" alt="First" loading="lazy" decoding="async" ` +
		`referrerpolicy="no-referrer"> Second</p>`
	for _, test := range []struct {
		hosts          []string
		policy, images string
	}{
		{nil, "'self'", "<p>First Second</p>"},
		{[]string{"a.example"}, "'self' https://a.example", first},
		{[]string{"a.example", "c.example"}, "'self' https://a.example https://c.example", first},
	} {
		handler := serve(t, directory, test.hosts...)
		for path, want := range map[string]string{"/care/grief": test.policy, "/care/no": "'self'", "/find": "'self'"} {
			w := get(handler, path)
			policy := w.Header().Get("Content-Security-Policy")
			got := regexp.MustCompile(`; img-src ([^;]*);`).FindStringSubmatch(policy)
			if len(got) < 2 || got[1] != want || !strings.HasPrefix(policy, "default-src 'none'; script-src 'self'; ") {
				t.Errorf("%q, %s: %s", test.hosts, path, policy)
			}
			if body := w.Body.String(); path == "/care/grief" &&
				(!strings.Contains(body, test.images) || !strings.Contains(body, `<p class="lead">Lead</p>`)) {
				t.Errorf("%q, %s: %s", test.hosts, path, body)
			}
		}
	}
}
