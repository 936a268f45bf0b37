package export

import (
	"bytes"
	"embed"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/models"
)

// release is the directory format of an earlier release, which rejects members that it does not know: the members of
// each kind of document and of its parts, each with the name of the part that it contains.
type release map[string]map[string]string

//go:embed releases
var releases embed.FS

// releaseNamed returns the format of an earlier release.
func releaseNamed(name string) (r release, err error) {
	content, err := releases.ReadFile("releases/" + name + ".json")
	if err != nil {
		return nil, fmt.Errorf("export for %s: unknown release", name)
	}
	return r, json.Unmarshal(content, &r)
}

// of removes the members that the release does not know. It is false for a document with a status that the release does
// not know, so that nothing hidden here becomes visible there.
func (r release) of(kind models.Kind, document []byte) (content []byte, ok bool, err error) {
	var marked struct {
		Status string `json:"status"`
	}
	if err := json.Unmarshal(document, &marked); err != nil {
		return nil, false, err
	}
	if _, known := r[string(kind)]["status"]; !known && marked.Status != "" {
		return nil, false, nil
	}
	var copied bytes.Buffer
	to := jsontext.NewEncoder(&copied)
	if err := r.copy(to, jsontext.NewDecoder(bytes.NewReader(document)), string(kind)); err != nil {
		return nil, false, err
	}
	return bytes.TrimSuffix(copied.Bytes(), []byte("\n")), true, nil
}

// copy copies the next value: a part with this name, which is empty for a value without members.
func (r release) copy(to *jsontext.Encoder, from *jsontext.Decoder, name string) error {
	begin := from.PeekKind()
	if name == "" || begin != jsontext.KindBeginObject && begin != jsontext.KindBeginArray {
		value, err := from.ReadValue()
		if err != nil {
			return err
		}
		return to.WriteValue(value)
	}
	if err := copyToken(to, from); err != nil {
		return err
	}
	for {
		if kind := from.PeekKind(); kind == jsontext.KindEndObject || kind == jsontext.KindEndArray {
			return copyToken(to, from)
		}
		if err := r.copyMember(to, from, name, begin); err != nil {
			return err
		}
	}
}

// copyMember copies the next element of a list, or the next member of an object if the release knows it.
func (r release) copyMember(to *jsontext.Encoder, from *jsontext.Decoder, name string, of jsontext.Kind) error {
	if of == jsontext.KindBeginArray {
		return r.copy(to, from, name)
	}
	token, err := from.ReadToken()
	if err != nil {
		return err
	}
	member := token.String()
	inner, known := r[name][member]
	if !known {
		return from.SkipValue()
	}
	if err := to.WriteToken(jsontext.String(member)); err != nil {
		return err
	}
	return r.copy(to, from, inner)
}

func copyToken(to *jsontext.Encoder, from *jsontext.Decoder) error {
	token, err := from.ReadToken()
	if err != nil {
		return err
	}
	return to.WriteToken(token)
}
