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

// Token is what is kept of a token of our own. The token itself is told once, when it is made.
type Token struct {
	// ID is the id of the principal, too.
	ID string `bson:"_id"`
	// Name tells people what the token is for.
	Name string `bson:"name"`
	Role Role   `bson:"role"`
	// Hash is the SHA-256 of the secret. A slow hash is for passwords, which people choose and others guess; nobody
	// guesses 32 random bytes, and a slow hash would let anybody who sends wrong tokens keep the server busy.
	Hash      []byte     `bson:"hash"`
	CreatedAt time.Time  `bson:"createdAt"`
	ExpiresAt *time.Time `bson:"expiresAt,omitempty"`
	RevokedAt *time.Time `bson:"revokedAt,omitempty"`
	// LastUsedOn is the last day on which it was used. It is kept elsewhere: some engines write whole documents, and a
	// use must never write over a revocation.
	LastUsedOn models.Date `bson:"-"`
}

// A token is written fc_<id>_<secret><checksum>, so that tools which look for secrets in code know one, and a mistyped
// one is told without a look into the database. The id of the record is tok_<id>.
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

// newToken makes a token, and the text of it that its owner sends.
func newToken(name string, role Role, now time.Time, expires *time.Time) (token *Token, text string) {
	id, secret := random(idBytes), random(secretBytes)
	text = textPrefix + id + "_" + secret
	return &Token{
		ID:        idPrefix + id,
		Name:      name,
		Role:      role,
		Hash:      hashOf(secret),
		CreatedAt: now,
		ExpiresAt: expires,
	}, text + checksum(
		text,
	)
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

// ours tells whether a text claims to be a token of our own.
func isOwn(text string) bool { return strings.HasPrefix(text, textPrefix) }

// parse takes the text of a token apart. It is ok where it is whole.
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

// holds reports whether the token is good at a time.
func (t *Token) holds(now time.Time) bool {
	return t.RevokedAt == nil && (t.ExpiresAt == nil || now.Before(*t.ExpiresAt))
}

// accepts tells whether the secret is this token's, and the token good at a time.
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
