package search

import (
	"reflect"
	"strings"

	"findcare/models"
)

// packer copies what documents hold into few large pieces of memory. Documents that were decoded one by one lie
// scattered among all that decoding left behind: the pages that they are on are mostly empty, and cannot be given back.
// It also saves what the allocator adds to round sizes up. A nil packer copies nothing.
//
// A piece is kept for as long as any document in it is, so pieces hold some hundred documents and not more.
type packer struct {
	text  *strings.Builder
	lists map[reflect.Type]any // of []T: the last piece, with what room it has
}

// pieceSize is the size of a piece in bytes: larger than what the allocator puts beside other things.
const pieceSize = 64 << 10

func newPacker() *packer {
	return &packer{new(strings.Builder), make(map[reflect.Type]any)}
}

// packText replaces a text by a copy.
func packText[T ~string](k *packer, text *T) {
	if k == nil || len(*text) == 0 {
		return
	}
	if k.text.Cap()-k.text.Len() < len(*text) {
		k.text = new(strings.Builder)
		k.text.Grow(max(pieceSize, len(*text)))
	}
	at := k.text.Len()
	k.text.WriteString(string(*text))
	*text = T(k.text.String()[at:])
}

// packList replaces a list by a copy without room for more.
func packList[L ~[]T, T any](k *packer, list *L) {
	if k == nil || len(*list) == 0 {
		return
	}
	piece, _ := k.lists[reflect.TypeFor[T]()].([]T)
	if cap(piece)-len(piece) < len(*list) {
		piece = make([]T, 0, max(pieceSize/int(reflect.TypeFor[T]().Size()), len(*list)))
	}
	at := len(piece)
	piece = append(piece, *list...)
	k.lists[reflect.TypeFor[T]()] = piece
	*list = piece[at:len(piece):len(piece)]
}

// packValue replaces what a pointer points to by a copy.
func packValue[T any](k *packer, value **T) {
	if k == nil || *value == nil {
		return
	}
	list := []T{**value}
	packList(k, &list)
	*value = &list[0]
}

// pack returns a copy of a document in which is copied, too, what it does not share with others.
func (k *packer) pack(p *models.Provider) *models.Provider {
	packValue(k, &p)
	packText(k, &p.ID)
	packText(k, &p.Slug)
	packText(k, &p.NPI)
	packText(k, &p.Name)
	packText(k, &p.Website)
	packText(k, &p.BookingURL)
	packText(k, &p.Email)
	packText(k, &p.Statement)
	packTexts(k, &p.FormerSlugs)
	packTexts(k, &p.OtherNames)
	packList(k, &p.Licenses)
	for i := range p.Licenses {
		packText(k, &p.Licenses[i].Number)
	}
	packList(k, &p.Locations)
	for i := range p.Locations {
		l := &p.Locations[i]
		packText(k, &l.Street)
		packText(k, &l.Phone)
		packText(k, &l.PostalCode)
		packValue(k, &l.Latitude)
		packValue(k, &l.Longitude)
	}
	packList(k, &p.Phones)
	for i := range p.Phones {
		packText(k, &p.Phones[i].Number)
		packText(k, &p.Phones[i].Extension)
	}
	packList(k, &p.WorksForIDs)
	packValue(k, &p.Hours)
	packList(k, &p.Coverage)
	packList(k, &p.Confirmations)
	k.packRecords(p)
	return p
}

// packRecords packs what imports have written.
func (k *packer) packRecords(p *models.Provider) {
	packList(k, &p.Imported)
	for i := range p.Imported {
		packText(k, &p.Imported[i].Record)
		packText(k, &p.Imported[i].Digest)
		packText(k, &p.Imported[i].Fields)
	}
	packValue(k, &p.NPIRecord)
	if r := p.NPIRecord; r != nil {
		packText(k, &r.NPI)
		packText(k, &r.Name)
		packValue(k, &r.Person)
		packList(k, &r.States)
		packList(k, &r.Taxonomies)
	}
}

func packTexts(k *packer, texts *[]string) {
	packList(k, texts)
	for i := range *texts {
		packText(k, &(*texts)[i])
	}
}
