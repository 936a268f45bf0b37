package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base32"
	"encoding/binary"
	"hash/crc32"
	"regexp"
	"strings"
	"time"

	"findcare/models"
)

// Token is the stored part of a token. Its text is shown once, when it is created.
type Token struct {
	// ID is also that of the principal.
	ID string `bson:"_id"`
	// Name says what the token is for.
	Name string `bson:"name"`
	Role Role   `bson:"role"`
	// Hash is the SHA-256 of the secret. Slow hashes are for passwords, which can be guessed; 32 random bytes cannot,
	// and a slow hash would let clients that send invalid tokens keep the server busy.
	Hash      []byte     `bson:"hash"`
	CreatedAt time.Time  `bson:"createdAt"`
	ExpiresAt *time.Time `bson:"expiresAt,omitempty"`
	RevokedAt *time.Time `bson:"revokedAt,omitempty"`
	// LastUsedOn is the last day on which it was used. It is stored elsewhere: some engines replace whole documents,
	// and a use must never overwrite a revocation.
	LastUsedOn models.Date `bson:"-"`
}

// A token is fc_<id>_<secret><checksum>, so that scanners find it in source code, and a mistyped one is rejected
// without a query. The stored id is tok_<id>.
const (
	textPrefix   = "fc_"
	idPrefix     = "tok_"
	idBytes      = 10
	secretBytes  = 32
	checksumSize = 7 // characters of a CRC-32
)

var (
	tokenPattern = regexp.MustCompile(`^fc_[0-9a-hjkmnp-tv-z]{16}_[0-9a-hjkmnp-tv-z]{59}$`)
	encoding     = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)
)

// newToken returns a token, and its text for the owner.
func newToken(name string, role Role, now time.Time, expires *time.Time) (token *Token, text string) {
	id, secret := random(idBytes), random(secretBytes)
	text = textPrefix + id + "_" + secret
	token = &Token{
		ID:        idPrefix + id,
		Name:      name,
		Role:      role,
		Hash:      hashOf(secret),
		CreatedAt: now,
		ExpiresAt: expires,
	}
	return token, text + checksum(text)
}

func random(size int) string {
	content := make([]byte, size)
	_, _ = rand.Read(content) // never fails
	return encoding.EncodeToString(content)
}

func checksum(text string) string {
	return encoding.EncodeToString(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(text))))
}

func hashOf(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// isOwn reports whether a text looks like one of our own tokens.
func isOwn(text string) bool { return strings.HasPrefix(text, textPrefix) }

// parse splits the text of a token. Ok is false where it is malformed.
func parse(text string) (id, secret string, ok bool) {
	if !tokenPattern.MatchString(text) {
		return "", "", false
	}
	end := len(text) - checksumSize
	if checksum(text[:end]) != text[end:] {
		return "", "", false
	}
	id, secret, _ = strings.Cut(text[len(textPrefix):end], "_")
	return idPrefix + id, secret, true
}

// valid reports whether the token is valid at a time.
func (t *Token) valid(now time.Time) bool {
	return t.RevokedAt == nil && (t.ExpiresAt == nil || now.Before(*t.ExpiresAt))
}

// accepts returns why the token is invalid at a time, or the secret not its own. A nil token accepts nothing.
func (t *Token) accepts(secret string, now time.Time) error {
	switch {
	case t == nil || subtle.ConstantTimeCompare(t.Hash, hashOf(secret)) != 1:
		return errUnknown
	case t.RevokedAt != nil:
		return errRevoked
	case t.ExpiresAt != nil && !now.Before(*t.ExpiresAt):
		return errExpired
	}
	return nil
}
