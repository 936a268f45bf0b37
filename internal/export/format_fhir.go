package export

import (
	"bufio"

	"github.com/go-json-experiment/json"

	"findcare/internal/export/fhir"
	"findcare/models"
)

// resourceForm is FHIR resources, one a line, as in bulk data.
type resourceForm struct {
	mapping     fhir.Mapping
	credentials map[string]*models.Credential
	w           *bufio.Writer
}

func newResourceForm(w *bufio.Writer) *resourceForm {
	f := &resourceForm{credentials: make(map[string]*models.Credential), w: w}
	f.mapping.Credential = func(id string) *models.Credential { return f.credentials[id] }
	return f
}

// kinds are what FHIR has resources for, and what those name.
func (*resourceForm) kinds() []models.Kind {
	return []models.Kind{models.KindCredential, models.KindProvider}
}

// encode makes the resources of one provider, who are told of together.
func (f *resourceForm) encode(document models.Document) ([]byte, error) {
	return f.join(document, "", "\n", func(entry fhir.Entry) any { return entry.Resource })
}

// join makes a text of the resources of a provider, and keeps a credential for those to come.
func (f *resourceForm) join(
	document models.Document,
	before, after string,
	part func(fhir.Entry) any,
) (text []byte, err error) {
	switch document := document.(type) {
	case *models.Credential:
		f.credentials[document.ID] = document
	case *models.Provider:
		for _, entry := range f.mapping.Entries(document) {
			content, err := json.Marshal(part(entry))
			if err != nil {
				return nil, err
			}
			text = append(append(append(text, before...), content...), after...)
		}
	}
	return text, nil
}

func (*resourceForm) begin(models.Kind) error { return nil }

func (f *resourceForm) write(element []byte) error {
	_, err := f.w.Write(element)
	return err
}

func (*resourceForm) end() error { return nil }

// bundleForm is one Bundle of FHIR resources, an entry a line. A list must not be empty in FHIR.
type bundleForm struct {
	*resourceForm
	started bool
}

func newBundleForm(w *bufio.Writer, baseURL string) *bundleForm {
	f := &bundleForm{resourceForm: newResourceForm(w)}
	f.mapping.BaseURL, f.mapping.UUIDs = baseURL, baseURL == ""
	return f
}

func (f *bundleForm) encode(document models.Document) ([]byte, error) {
	return f.join(document, ",\n", "", func(entry fhir.Entry) any { return entry })
}

const bundleStart = `{"resourceType":"Bundle","type":"collection"`

func (f *bundleForm) write(element []byte) error {
	if !f.started {
		f.started = true
		_, _ = f.w.WriteString(bundleStart + `,"entry":[`)
		element = element[1:] // the comma
	}
	return f.resourceForm.write(element)
}

func (f *bundleForm) end() error {
	end := "\n]}\n"
	if !f.started {
		end = bundleStart + "}\n"
	}
	_, err := f.w.WriteString(end)
	return err
}
