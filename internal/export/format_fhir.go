package export

import (
	"bufio"

	"github.com/go-json-experiment/json"

	"findcare/internal/export/fhir"
	"findcare/models"
)

// fhirWriter writes FHIR resources, one per line, as in bulk data.
type fhirWriter struct {
	mapping     fhir.Mapping
	credentials map[string]*models.Credential
	w           *bufio.Writer
}

func newFHIRWriter(w *bufio.Writer) *fhirWriter {
	f := &fhirWriter{credentials: make(map[string]*models.Credential), w: w}
	f.mapping.Credential = func(id string) *models.Credential { return f.credentials[id] }
	return f
}

// kinds returns providers, and the credentials that their resources name.
func (*fhirWriter) kinds() []models.Kind {
	return []models.Kind{models.KindCredential, models.KindProvider}
}

// encode returns the resources of one provider, which stay together.
func (f *fhirWriter) encode(document models.Document) (element []byte, ok bool, err error) {
	return f.join(document, "", "\n", func(entry fhir.Entry) any { return entry.Resource })
}

// join encodes the resources of a provider, and keeps a credential for the providers that follow.
func (f *fhirWriter) join(
	document models.Document, before, after string, part func(fhir.Entry) any,
) (text []byte, ok bool, err error) {
	switch document := document.(type) {
	case *models.Credential:
		f.credentials[document.ID] = document
	case *models.Provider:
		for _, entry := range f.mapping.Entries(document) {
			content, err := json.Marshal(part(entry))
			if err != nil {
				return nil, false, err
			}
			text = append(append(append(text, before...), content...), after...)
		}
	}
	return text, len(text) > 0, nil
}

func (*fhirWriter) begin(models.Kind) error { return nil }

func (f *fhirWriter) write(element []byte) error {
	_, err := f.w.Write(element)
	return err
}

func (*fhirWriter) end() error { return nil }

// bundleWriter writes one Bundle of FHIR resources, one entry per line. FHIR does not allow empty lists.
type bundleWriter struct {
	*fhirWriter
	started bool
}

func newBundleWriter(w *bufio.Writer, baseURL string) *bundleWriter {
	f := &bundleWriter{fhirWriter: newFHIRWriter(w)}
	f.mapping.BaseURL, f.mapping.UUIDs = baseURL, baseURL == ""
	return f
}

func (f *bundleWriter) encode(document models.Document) (element []byte, ok bool, err error) {
	return f.join(document, ",\n", "", func(entry fhir.Entry) any { return entry })
}

const bundleStart = `{"resourceType":"Bundle","type":"collection"`

func (f *bundleWriter) write(element []byte) error {
	if !f.started {
		f.started = true
		_, _ = f.w.WriteString(bundleStart + `,"entry":[`)
		element = element[1:] // the comma
	}
	return f.fhirWriter.write(element)
}

func (f *bundleWriter) end() error {
	end := "\n]}\n"
	if !f.started {
		end = bundleStart + "}\n"
	}
	_, err := f.w.WriteString(end)
	return err
}
