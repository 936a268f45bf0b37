package pages

import (
	"context"
	"errors"
	"net/http"

	"findcare/internal/catalog"
	"findcare/internal/httpmw"
	"findcare/models"
)

// FileReport stores what a reader says is wrong in a provider's entry. The rule is what the reader has to mend.
type FileReport func(
	ctx context.Context, providerID string, part models.EntryPart, text string,
) (rule string, err error)

// reporting is the form for reporting an error in an entry.
type reporting struct {
	Provider
	Sent          bool
	Problem, Text string
	Part          models.EntryPart
}

// Provider is of whom an error is reported.
type Provider struct{ Name, Slug string }

// Parts are the parts of an entry that may be wrong.
func (r reporting) Parts() (parts []selectable) {
	for _, part := range models.EntryParts() {
		parts = append(parts, selectable{string(part), word(string(part)), part == r.Part})
	}
	return parts
}

// maxForm is the maximum size of a form that is sent, in bytes.
const maxForm = 16 << 10

// reportForm shows the form, or thanks for what was sent.
func (s *site) reportForm(r *http.Request) (*page, error) {
	p, err := s.reported(r)
	if err != nil {
		return nil, err
	}
	return s.reportPage(reporting{Provider: Provider{p.Name, p.Slug}, Sent: r.URL.Query().Has("sent")}), nil
}

// fileReport stores what was sent, and then makes a page of what came of it. It waits for the reader's connection and
// for the database, and so holds no slot of a processor meanwhile.
func (s *site) fileReport(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), s.settings.Timeout)
	defer cancel()
	made, err := s.report(r.WithContext(ctx))
	s.page(func(*http.Request) (*page, error) { return made, err })(w, r)
}

// report stores what was sent. Other sites cannot make a browser send it.
func (s *site) report(r *http.Request) (*page, error) {
	p, err := s.reported(r)
	if err != nil {
		return nil, err
	}
	if from := r.Header.Get("Sec-Fetch-Site"); from != "" && from != "same-origin" && from != "none" {
		return nil, errNotFound
	}
	r.Body = http.MaxBytesReader(nil, r.Body, maxForm)
	form := reporting{Provider: Provider{p.Name, p.Slug}}
	err = r.ParseForm()
	form.Part, form.Text = models.EntryPart(r.PostForm.Get("part")), r.PostForm.Get("text")
	tooLarge := errors.As(err, new(*http.MaxBytesError))
	switch {
	case tooLarge:
		form.Problem, form.Text = "Please use at most 1,000 characters.", ""
	case err != nil:
		form.Problem = "The form could not be read. Please try again."
	default:
		if refused := httpmw.ClientOf(r.Context()).TakeReport(); refused != nil {
			form.Problem = "These are many reports at once. Please try again later."
			break
		}
		if form.Problem, err = s.settings.FileReport(r.Context(), p.ID, form.Part, form.Text); err != nil {
			return nil, err
		}
	}
	if form.Problem == "" {
		return nil, sentError{"/providers/" + p.Slug + "/report?sent=1"}
	}
	made := s.reportPage(form)
	made.Status = http.StatusUnprocessableEntity
	return made, nil
}

// sentError is that a form was taken, and where its sender goes on.
type sentError struct{ path string }

func (e sentError) Error() string { return "go on at " + e.path }

// reported returns the provider of a path.
func (s *site) reported(r *http.Request) (*catalog.Provider, error) {
	slug, err := slug(r)
	if err != nil {
		return nil, err
	}
	p := s.directory.Current().Provider(catalog.ProviderBy{Slug: &slug})
	switch {
	case p == nil || s.settings.FileReport == nil:
		return nil, errNotFound
	case p.Slug != slug:
		return nil, movedError{"/providers/" + p.Slug + "/report"}
	}
	return p, nil
}

func (s *site) reportPage(form reporting) *page {
	return &page{
		Template: "report",
		Title:    "Report an error in the entry of " + form.Name,
		Path:     "/providers/" + form.Slug + "/report", OpenGraph: "website",
		NoIndex: true,
		Content: form,
	}
}
