package catalog

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"findcare/models"
)

// people are providers whose names are often the same, or differ by case and accent only.
func people(t *rapid.T) []*models.Provider {
	names := rapid.SliceOfN(rapid.StringMatching(`[aAáb]{0,3}`), 0, 40).Draw(t, "names")
	list := make([]*models.Provider, len(names))
	for i, name := range names {
		slug := fmt.Sprint("p", i)
		list[i] = &models.Provider{
			Name:   name,
			Header: models.Header{ID: models.IDOfSlug(models.KindProvider, slug), Slug: slug},
		}
	}
	return list
}

// some are a random part of them.
func some(t *rapid.T, people []*models.Provider) []*models.Provider {
	var list []*models.Provider
	for _, p := range people {
		if rapid.Bool().Draw(t, "there") {
			list = append(list, p)
		}
	}
	return list
}

// byName is the order of lists of providers.
func byName(a, b *models.Provider) int {
	return cmp.Or(cmp.Compare(models.Fold(a.Name), models.Fold(b.Name)), cmp.Compare(a.ID, b.ID))
}

func snapshotOf(people []*models.Provider) *Snapshot {
	return Build(&models.Directory{Providers: people}, options)
}

func cursorOf(p *models.Provider) *string {
	return ptr(encodeCursor(scopeHash("providers"), models.Fold(p.Name), p.ID))
}

// relay cuts a page out of a list as https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm says, word by
// word.
func relay(list []*models.Provider, after, before *models.Provider, args Page) ([]*models.Provider, PageInfo) {
	var page []*models.Provider
	info := PageInfo{}
	for _, p := range list {
		lower, higher := after != nil && byName(p, after) <= 0, before != nil && byName(p, before) >= 0
		if !lower && !higher {
			page = append(page, p)
		}
		// whether somebody stands at or beyond the cursors
		info.HasPreviousPage, info.HasNextPage = info.HasPreviousPage || lower, info.HasNextPage || higher
	}
	if args.Last != nil {
		cut := max(0, len(page)-*args.Last)
		page, info.HasPreviousPage = page[cut:], info.HasPreviousPage || cut > 0
	} else {
		cut := min(len(page), *cmp.Or(args.First, ptr(20)))
		page, info.HasNextPage = page[:cut], info.HasNextPage || cut < len(page)
	}
	if len(page) > 0 {
		info.StartCursor = models.OptionalString(*cursorOf(page[0]))
		info.EndCursor = models.OptionalString(*cursorOf(page[len(page)-1]))
	}
	return page, info
}

// Cursors may be of people who are gone, and before may stand before after.
func TestPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		everybody := people(t)
		list := some(t, everybody)
		slices.SortFunc(list, byName)

		var args Page
		somebody := rapid.SampledFrom(append([]*models.Provider{nil}, everybody...))
		after, before := somebody.Draw(t, "after"), somebody.Draw(t, "before")
		if after != nil {
			args.After = cursorOf(after)
		}
		if before != nil {
			args.Before = cursorOf(before)
		}
		size := rapid.IntRange(0, 45).Draw(t, "size")
		switch rapid.SampledFrom([]string{"first", "last", "neither"}).Draw(t, "by") {
		case "first":
			args.First = &size
		case "last":
			args.Last = &size
		}
		want, wantInfo := relay(list, after, before, args)

		c, err := snapshotOf(list).Providers(ProviderSearch{Page: args})
		if err != nil {
			t.Fatal(err)
		}
		if info := c.PageInfo(); info != wantInfo {
			t.Errorf("pageInfo %+v, want %+v", info, wantInfo)
		}
		if c.TotalCount() != len(list) {
			t.Errorf("totalCount %d, want %d", c.TotalCount(), len(list))
		}
		if len(c.Edges()) != len(want) || len(c.Nodes()) != len(want) {
			t.Fatalf("%d edges and %d nodes, want %d", len(c.Edges()), len(c.Nodes()), len(want))
		}
		for i, edge := range c.Edges() {
			if edge.Node.ID != want[i].ID || edge.Cursor() != *cursorOf(want[i]) || c.Nodes()[i].ID != want[i].ID {
				t.Errorf("edge %d is %s, want %s", i, edge.Node.Slug, want[i].Slug)
			}
		}
	})
}

// Walking through all pages meets nobody twice, and everybody who was there all along, while others come and go
// between the pages.
func TestWalk(t *testing.T) {
	for _, direction := range []string{"forward", "backward"} {
		for _, changing := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, changing=%t", direction, changing), rapid.MakeCheck(func(t *rapid.T) {
				everybody := people(t)
				list, size := some(t, everybody), rapid.IntRange(1, 6)
				stayed := make(map[string]bool)
				for _, p := range list {
					stayed[p.ID] = true
				}
				var met []*models.Provider
				var at *string
				for more := true; more; {
					args := Page{First: ptr(size.Draw(t, "first")), After: at}
					if direction == "backward" {
						args = Page{Last: args.First, Before: at}
					}
					c, err := snapshotOf(list).Providers(ProviderSearch{Page: args})
					if err != nil {
						t.Fatal(err)
					}
					nodes, info := slices.Clone(c.Nodes()), c.PageInfo()
					more, at = info.HasNextPage, (*string)(&info.EndCursor)
					if direction == "backward" {
						more, at = info.HasPreviousPage, (*string)(&info.StartCursor)
						slices.Reverse(nodes)
					}
					for _, p := range nodes {
						met = append(met, p.Provider)
					}
					if changing {
						list = some(t, everybody)
						there := make(map[string]bool)
						for _, p := range list {
							there[p.ID] = stayed[p.ID]
						}
						stayed = there
					}
				}
				if direction == "backward" {
					slices.Reverse(met)
				}
				for i, p := range met {
					if i > 0 && byName(met[i-1], p) >= 0 {
						t.Errorf("%s comes after %s", p.Slug, met[i-1].Slug)
					}
					delete(stayed, p.ID)
				}
				for id, missed := range stayed {
					if missed {
						t.Errorf("%s was there all along and not met", id)
					}
				}
			}))
		}
	}
}

func mustPage(t *testing.T, s *Snapshot, page Page) ProviderConnection {
	t.Helper()
	c, err := s.Providers(ProviderSearch{Page: page})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestPageArguments(t *testing.T) {
	s := Build(read(t, documents), options)
	ofCounselors, _ := s.Credential(SlugOrID{Slug: ptr("counselor")}).Providers(nil, nil, nil, nil, nil, nil)
	foreign := ofCounselors.Edges()[0].Cursor()
	own := string(mustPage(t, s, Page{First: ptr(1)}).PageInfo().EndCursor)

	for _, test := range []struct {
		name string
		page Page
		want string
	}{
		{"first and last", Page{First: ptr(1), Last: ptr(2)}, `last: 2 must not be given together with first`},
		{"first negative", Page{First: ptr(-1)}, `first: -1 must be from 0 to 100`},
		{"last negative", Page{Last: ptr(-1)}, `last: -1 must be from 0 to 100`},
		{"first too many", Page{First: ptr(101)}, `first: 101 must be from 0 to 100`},
		{"last too many", Page{Last: ptr(101)}, `last: 101 must be from 0 to 100`},
		{"garbage", Page{After: ptr("garbage!")}, `after: "garbage!" must be a cursor that this list gave`},
		{"nothing", Page{Before: ptr("")}, `before: "" must be a cursor that this list gave`},
		{"half a cursor", Page{After: ptr(own[:8])}, `after: "` + own[:8] + `" must be a cursor that this list gave`},
		{
			"a line break in a cursor",
			Page{After: ptr(own + "\n")},
			`after: "` + own + `\n" must be a cursor that this list gave`,
		},
		{
			"far too long",
			Page{After: ptr(strings.Repeat("A", 5000))},
			`after: "` + strings.Repeat("A", 80) + `" must be a cursor that this list gave`,
		},
		{
			"of another list",
			Page{Before: &foreign},
			`before: "` + foreign + `" must be a cursor of this list; it is of another one`,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := s.Providers(ProviderSearch{Page: test.page})
			if err == nil || err.Error() != test.want || models.ErrorCode(err) != models.CodeBadUserInput {
				t.Errorf("got  %v (%s)\nwant %s (%s)", err, models.ErrorCode(err), test.want, models.CodeBadUserInput)
			}
		})
	}
	for _, size := range []int{0, 100} {
		mustPage(t, s, Page{First: &size})
		mustPage(t, s, Page{Last: &size})
	}
}

// The articles of two providers are two lists, and those of one provider stay one list when it changes what they treat.
func TestCursorsOfAProvidersArticles(t *testing.T) {
	before := Build(read(t, documents), options)
	const juniperTreats, less = `"conditions":["insomnia"],"treatments":["cbt","art-therapy"]`, `"treatments":["cbt"]`
	after := Build(read(t, strings.Replace(documents, juniperTreats, less, 1)), options)
	first := func(s *Snapshot, slug string) (ArticleConnection, error) {
		return s.Provider(ProviderBy{Slug: &slug}).Articles(ptr(1), nil, nil, nil)
	}
	juniper, err := first(before, "juniper")
	if err != nil {
		t.Fatal(err)
	}
	cursor := juniper.Edges()[0].Cursor()
	if _, err := after.Provider(ProviderBy{Slug: ptr("juniper")}).Articles(nil, &cursor, nil, nil); err != nil {
		t.Errorf("Juniper's own cursor: %v", err)
	}
	if _, err := before.Provider(ProviderBy{Slug: ptr("wren")}).Articles(nil, &cursor, nil, nil); err == nil {
		t.Error("Wren's articles take a cursor of Juniper's")
	}
}

// A profile lists articles about its own treatments before those about its own conditions, and none about a treatment
// that is not offered or a credential that is not held.
func TestTheArticlesOfAProvider(t *testing.T) {
	directory := taxonomy()
	article := func(slug, published string, topic models.Topic, conditions ...string) {
		a := &models.Article{
			Header: header(models.KindArticle, slug), Title: slug, Topic: topic,
			PublishedOn: models.Date(published), ConditionIDs: idsOf(models.KindCondition, conditions),
		}
		directory.Articles = append(directory.Articles, a)
	}
	of := models.IDOfSlug
	article("older-about-cbt", "2024-01-01", models.Topic{TreatmentID: of(models.KindTreatment, "cbt")}, "insomnia")
	article("about-cbt", "2025-01-01", models.Topic{TreatmentID: of(models.KindTreatment, "cbt")})
	article("about-kap", "2026-01-01", models.Topic{TreatmentID: of(models.KindTreatment, "kap")}, "depression")
	article("about-anxiety", "2026-01-01", models.Topic{ConditionID: of(models.KindCondition, "anxiety")})
	article("about-insomnia", "2023-01-01", models.Topic{ConditionID: of(models.KindCondition, "insomnia")})
	article("about-counselors", "2026-01-01", models.Topic{CredentialID: of(models.KindCredential, "lpc")}, "anxiety")
	article(
		"about-psychologists", "2026-01-01", models.Topic{CredentialID: of(models.KindCredential, "psychologist")},
		"anxiety",
	)
	directory.Providers = []*models.Provider{{
		Header: header(models.KindProvider, "wren"), Name: "Wren Examplar",
		TreatmentIDs:  idsOf(models.KindTreatment, []string{"cbt"}),
		ConditionIDs:  idsOf(models.KindCondition, []string{"insomnia", "anxiety", "depression"}),
		CredentialIDs: idsOf(models.KindCredential, []string{"lpc"}),
	}}
	wren := Build(directory, options).Provider(ProviderBy{Slug: ptr("wren")})
	const want = "about-cbt older-about-cbt about-insomnia about-anxiety about-counselors"
	if got := articlesOf(wren); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var walked []string
	for after := (*string)(nil); ; {
		c, err := wren.Articles(ptr(2), after, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		walked = append(walked, slugs(c.Nodes()))
		if !c.PageInfo().HasNextPage {
			break
		}
		after = ptr(string(c.PageInfo().EndCursor))
	}
	if got := strings.Join(walked, " "); got != want {
		t.Errorf("by pages: got %s, want %s", got, want)
	}
}

// rawCursor is a cursor of an empty sort key with any length.
func rawCursor(scope uint32, length []byte, id string) string {
	b := binary.BigEndian.AppendUint32(nil, scope)
	return base64.RawURLEncoding.EncodeToString(slices.Concat(b, length, []byte(id)))
}

// FuzzCursor shows that no cursor breaks the server, and that each place has one cursor only.
func FuzzCursor(f *testing.F) {
	scope := scopeHash("providers")
	id := models.IDOfSlug(models.KindProvider, "juniper")
	good := encodeCursor(scope, "juniper examplar", id)
	for _, seed := range []string{
		good, "", "garbage!", good[:len(good)-1], good + "A", good + "=", good[:4] + "\n" + good[4:],
		encodeCursor(scope, "", id), encodeCursor(scope, strings.Repeat("é", 200), id),
		encodeCursor(scope, "\xff\x00", id),
		encodeCursor(scope, "", ""), encodeCursor(scopeHash("articles"), "juniper examplar", id),
		rawCursor(scope, []byte{0x80, 0x00}, id), // a length of 0 in two bytes
		rawCursor(scope, slices.Repeat([]byte{0xff}, 10), id),
		rawCursor(scope, []byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}, id),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cursor string) {
		key, id, err := decodeCursor("after", cursor, scope)
		if err != nil {
			if models.ErrorCode(err) != models.CodeBadUserInput || !strings.HasPrefix(err.Error(), "after: ") {
				t.Errorf("%q: err = %v (%s)", cursor, err, models.ErrorCode(err))
			}
			return
		}
		if again := encodeCursor(scope, key, id); again != cursor {
			t.Errorf("%q is taken for %q", cursor, again)
		}
	})
}
