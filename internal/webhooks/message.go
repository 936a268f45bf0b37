package webhooks

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/tls"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"code.dny.dev/ssrf"
	"github.com/go-json-experiment/json"

	"findcare/models"
)

// message is what a receiver is told, by the Standard Webhooks specification.
type message struct {
	Type      string    `json:"type"`
	Timestamp time.Time `json:"timestamp"`
	Data      struct {
		Cursor  string `json:"cursor"`
		Version string `json:"version"`
	} `json:"data"`
}

// messageID names a message. It is the same each time that the message is sent, by whichever server.
func messageID(hook *models.Webhook, version string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %s", hook.ID, hook.Asked, version))
	return "msg_" + hex.EncodeToString(sum[:16])
}

// sign returns the value of the header webhook-signature.
func sign(key []byte, id, timestamp string, body []byte) string {
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", id, timestamp, body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// request returns the request that tells a receiver of a version and a cursor.
func request(
	ctx context.Context, hook *models.Webhook, version, cursor string, now time.Time,
) (*http.Request, error) {
	told := message{Type: "directory.changed", Timestamp: now.UTC()}
	told.Data.Cursor, told.Data.Version = cursor, version
	body, err := json.Marshal(told)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, hook.URL, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	id, timestamp := messageID(hook, version), strconv.FormatInt(now.Unix(), 10)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "findcare")
	r.Header.Set("Webhook-Id", id)
	r.Header.Set("Webhook-Timestamp", timestamp)
	r.Header.Set("Webhook-Signature", sign(hook.Key, id, timestamp, body))
	return r, nil
}

// send sends a request, and returns why that failed, "" where it did not.
func send(client *http.Client, r *http.Request) (failure string) {
	response, err := client.Do(r)
	if err != nil {
		return reasonOf(err)
	}
	_ = response.Body.Close() // nothing of it is read
	switch code := response.StatusCode; {
	case code/100 == 2:
		return ""
	case code/100 == 3:
		return fmt.Sprintf("the receiver answered %d, and redirects are not followed", code)
	default:
		return fmt.Sprintf("the receiver answered %d", code)
	}
}

// reasonOf says why a request failed, for people: neither the URL nor an address of a network is in it.
func reasonOf(err error) string {
	var failed *url.Error
	var unknown *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP):
		return "its host is in a private network, which this server does not allow"
	case errors.As(err, &unknown):
		return "its host was not found"
	case errors.As(err, &failed) && failed.Timeout():
		return fmt.Sprintf("the receiver did not answer within %v seconds", timeout.Seconds())
	case errors.As(err, &certificate):
		return "the certificate of the receiver does not hold"
	}
	return "the connection failed"
}
