package e2e

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/coreos/go-oidc/v3/oidc/oidctest"

	"findcare/internal/clock/clocktest"
)

// loginProvider is an OpenID provider at which a public client signs in with a code and PKCE. Whoever comes is Ada.
type loginProvider struct {
	*signer
	clientID, redirectURI string

	mu        sync.Mutex
	role      string
	life      time.Duration
	tamper    func(answer url.Values)     // with what it sends back
	alter     func(claims map[string]any) // the claims of ID tokens
	asked     url.Values                  // what the client asked for last
	codes     map[string]url.Values       // what each code is good for
	refreshes int
}

func newLoginProvider(t *testing.T, clientID string) *loginProvider {
	t.Helper()
	p := &loginProvider{clientID: clientID, role: "editor", life: time.Hour, codes: map[string]url.Values{}}
	p.signer = newSigner(t)
	published := p.Config.Handler
	mux := http.NewServeMux()
	mux.Handle("/", published)
	mux.HandleFunc("GET /auth", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	p.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		mux.ServeHTTP(w, r)
	})
	return p
}

func (p *loginProvider) change(by func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	by()
}

// authorize sends the person back at once, with a code.
func (p *loginProvider) authorize(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	asked := r.URL.Query()
	p.asked = asked
	if asked.Get("client_id") != p.clientID || asked.Get("redirect_uri") != p.redirectURI ||
		asked.Get("response_type") != "code" || asked.Get("code_challenge_method") != "S256" ||
		asked.Get("state") == "" || asked.Get("nonce") == "" {
		http.Error(w, "invalid_request "+asked.Encode(), http.StatusBadRequest)
		return
	}
	code := "code-" + strconv.Itoa(len(p.codes))
	p.codes[code] = asked
	answer := url.Values{"code": {code}, "state": {asked.Get("state")}, "iss": {p.URL}}
	if p.tamper != nil {
		p.tamper(answer)
	}
	http.Redirect(w, r, p.redirectURI+"?"+answer.Encode(), http.StatusFound)
}

// token gives tokens for a code, once, to whoever has its verifier; and for a refresh token.
func (p *loginProvider) token(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	code := r.PostFormValue("code")
	asked, known := p.codes[code], false
	switch r.PostFormValue("grant_type") {
	case "authorization_code":
		hash := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
		known = asked != nil && r.PostFormValue("client_id") == p.clientID &&
			base64.RawURLEncoding.EncodeToString(hash[:]) == asked.Get("code_challenge") &&
			r.PostFormValue("redirect_uri") == asked.Get("redirect_uri")
		p.codes[code] = nil
	case "refresh_token":
		known = r.PostFormValue("refresh_token") == "refresh-"+strconv.Itoa(p.refreshes)
		p.refreshes++
		p.life = time.Hour
	}
	w.Header().Set("Content-Type", "application/json")
	if !known {
		w.WriteHeader(http.StatusBadRequest)
		_ = json.NewEncoder(w).Encode(map[string]string{"error": "invalid_grant"})
		return
	}
	claims := map[string]any{"aud": p.clientID, "nonce": asked.Get("nonce")}
	if p.alter != nil {
		p.alter(claims)
	}
	_ = json.NewEncoder(w).Encode(map[string]string{
		"access_token":  p.sign(map[string]any{"aud": []string{"findcare", "other"}, "roles": []string{p.role}}),
		"id_token":      p.sign(claims),
		"refresh_token": "refresh-" + strconv.Itoa(p.refreshes),
		"token_type":    "Bearer",
	})
}

// sign makes a JWT of claims and those that all have.
func (p *loginProvider) sign(claims map[string]any) string {
	all := map[string]any{
		"iss": p.URL, "sub": "ada", "name": "Ada Example", "exp": clocktest.Now().Add(p.life).Unix(),
	}
	for name, value := range claims {
		all[name] = value
	}
	content, _ := json.Marshal(all) // strings and numbers
	return oidctest.SignIDToken(p.key, "one", "RS256", string(content))
}
