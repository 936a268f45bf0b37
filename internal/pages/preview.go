package pages

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/catalog"
	"findcare/internal/editing"
	"findcare/models"
)

// Previewer returns the preview that a link is of. The error is editing.ErrNoPreview if there is none.
type Previewer func(ctx context.Context, link string) (editing.Preview, error)

// previewed marks a page that is not public.
type previewed struct {
	Problems []string // that keep it from being published
}

type previewKey struct{}

// snapshotOf returns the snapshot that a page is made from.
func (s *site) snapshotOf(r *http.Request) *catalog.Snapshot {
	if snapshot, ok := r.Context().Value(previewKey{}).(*catalog.Snapshot); ok {
		return snapshot
	}
	return s.executor.Current()
}

// preview shows the page of a working copy as its publication would make it. A link that is no good gets the same page
// as any address that there is not.
func (s *site) preview(r *http.Request) (*page, error) {
	link := r.URL.Query().Get("link")
	if s.settings.Preview == nil || len(link) > maxLink {
		return nil, errNotFound
	}
	p, err := s.settings.Preview(r.Context(), link)
	if errors.Is(err, editing.ErrNoPreview) {
		return nil, errNotFound
	}
	if err != nil {
		return nil, err
	}
	made, err := s.previewPage(r, p)
	if err != nil {
		return nil, err
	}
	made.NoIndex, made.Path, made.StructuredData = true, "", nil
	made.Title, made.Preview = "Preview: "+made.Title, new(previewed)
	for _, problem := range p.Problems {
		made.Preview.Problems = append(made.Preview.Problems, strings.TrimPrefix(problem.Located(), "/"))
	}
	return made, nil
}

// maxLink is the maximum length of what follows the address of previews, in bytes.
const maxLink = 200

// previewPage makes the page, or one that stands for a page that cannot be made yet.
func (s *site) previewPage(r *http.Request, p editing.Preview) (*page, error) {
	if p.Snapshot != nil {
		r = r.WithContext(context.WithValue(r.Context(), previewKey{}, p.Snapshot))
		r.SetPathValue("slug", p.Slug)
		show := s.profile
		if p.Kind == models.KindArticle {
			show = s.care
		}
		made, err := show(r)
		if _, is := errors.AsType[gqlerror.List](err); !is || len(p.Problems) == 0 {
			return made, err
		}
	}
	title := p.Title
	if title == "" {
		title = "Without a name"
	}
	return &page{Template: "failure", Title: title, Content: "The page cannot be shown yet."}, nil
}
