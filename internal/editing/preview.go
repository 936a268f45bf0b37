package editing

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"findcare/internal/catalog"
	"findcare/models"
)

// previewLife is how long the address of a preview is good.
const previewLife = time.Hour

// ErrNoPreview means that there is nothing to preview: the address was altered or has expired, it is of another
// directory, or the working copy has ended.
var ErrNoPreview = errors.New("there is no such preview")

// PreviewURL is an address that shows the page as publication would make it, to whoever has it.
func (c *WorkingCopy) PreviewURL(ctx context.Context) (string, error) {
	until := c.editor.now().Add(previewLife).Unix()
	said := c.ID() + "." + strconv.FormatInt(until, 10)
	signature, err := c.editor.sign(ctx, said)
	if err != nil {
		return "", clientError(err)
	}
	return c.snapshot.SiteURL() + "/preview?" + url.Values{"link": {said + "." + signature}}.Encode(), nil
}

// sign returns the signature of what the link of a preview says.
func (e *Editor) sign(ctx context.Context, said string) (string, error) {
	secret, err := e.store.Secret(ctx, "preview")
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, secret)
	_, _ = mac.Write([]byte(said)) // a hash takes everything
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), nil
}

// Preview is a working copy as the public would see it.
type Preview struct {
	// Snapshot is the directory with the document as publication would make it. Nobody else sees it.
	Snapshot *catalog.Snapshot
	Kind     models.Kind
	Slug     string
	Title    string
	// Problems are what publication would be refused for, and what keeps the page from being shown: then there is no
	// snapshot.
	Problems []UserError
}

// Preview returns the preview that a link is of. The error is ErrNoPreview if there is none.
//
// SECURITY: the one place where a link is good for what else needs a token.
func (e *Editor) Preview(ctx context.Context, link string) (p Preview, err error) {
	at := strings.LastIndexByte(link, '.')
	if at < 0 {
		return p, ErrNoPreview
	}
	said, signature := link[:at], link[at+1:]
	want, err := e.sign(ctx, said)
	if err != nil {
		return p, clientError(err)
	}
	id, until, _ := strings.Cut(said, ".")
	seconds, notNumber := strconv.ParseInt(until, 10, 64)
	if !hmac.Equal([]byte(signature), []byte(want)) || notNumber != nil || e.now().Unix() >= seconds {
		return p, ErrNoPreview
	}
	c, err := e.WorkingCopyOf(ctx, e.catalog.Current(), id)
	if err != nil {
		return p, err
	}
	if c == nil {
		return p, ErrNoPreview
	}
	return c.preview(), nil
}

// preview shows the document as publication would make it. What breaks a rule is not put into the index of providers.
func (c *WorkingCopy) preview() Preview {
	p := Preview{Kind: c.stored.Kind, Slug: c.after.Head().Slug, Title: nameOf(c.after), Problems: c.problems}
	stops := func(err UserError) bool { return err.Code != models.UserErrorConflict }
	if c.stored.Kind == models.KindArticle {
		stops = func(err UserError) bool {
			return len(err.Field) > 0 && slices.Contains([]string{"topic", "slug", "title"}, err.Field[0])
		}
	}
	if slices.ContainsFunc(c.problems, stops) {
		return p
	}
	shown := clone(c.after)
	head := shown.Head()
	head.UpdatedAt = c.stored.SavedAt
	if provider, ok := shown.(*models.Provider); ok {
		provider.Status = ""
	}
	p.Snapshot = c.snapshot.Apply(catalog.Changes{Written: []models.Document{shown}})
	return p
}
