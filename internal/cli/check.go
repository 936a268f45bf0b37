package cli

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"reflect"
	"strings"

	"github.com/alecthomas/kong"

	"findcare/internal/telemetry"
)

const (
	hostAndPort = "must be a host and a port, such as localhost:8080"
	origin      = "must be an origin, a scheme and a host without a path, such as https://care.example, or *"
)

// faults collects what is wrong with the values of flags.
type faults struct {
	list   []error
	config *configFile
}

func (f *faults) add(wrong bool, flag string, value any, rule string) {
	if wrong {
		f.list = append(f.list, fmt.Errorf("%s: %q %s", f.config.nameOf(flag), fmt.Sprint(value), rule))
	}
}

// check reports everything that is wrong with the configuration at once.
func (c *serveCommand) check(p *process) error {
	f := faults{config: p.config}
	c.checkAddresses(&f)
	f.add(strings.ContainsAny(c.CacheControl, "\r\n"), "cache-control", c.CacheControl, "must be one line")
	for _, host := range c.ImageHosts {
		f.add(!isHost(host), "image-hosts", host, "must be the name of a host, such as images.example")
	}
	f.add(c.Issuer != "" && !isSecureURL(c.Issuer), "oidc-issuer", c.Issuer,
		"must be a URL such as https://login.example")
	f.add((c.Issuer == "") != (c.Audience == ""), "oidc-audience", c.Audience,
		"must be given together with --oidc-issuer")
	f.add(c.ClientID != "" && c.Issuer == "", "oidc-client-id", c.ClientID, "needs --oidc-issuer")
	f.add(c.TrustedDocuments == "only" && c.TrustedDocumentsFile == "", "trusted-documents", c.TrustedDocuments,
		"needs --trusted-documents-file")
	c.checkPurging(&f)
	f.checkNumbers(p.command.Selected().Flags)
	return errors.Join(append(f.list, telemetry.Check())...)
}

func (c *serveCommand) checkAddresses(f *faults) {
	f.add(!isHostAndPort(c.Listen), "listen", c.Listen, hostAndPort)
	f.add(c.Admin != "" && !isHostAndPort(c.Admin), "admin", c.Admin, hostAndPort)
	f.add(c.SiteURL != "" && !isURL(c.SiteURL), "site-url", c.SiteURL, "must be a URL such as https://care.example")
	for i, given := range c.Origins {
		c.Origins[i] = strings.TrimSuffix(given, "/")
		f.add(given != "*" && !isOrigin(strings.ReplaceAll(c.Origins[i], "*", "any")), "origins", given, origin)
	}
}

func (c *serveCommand) checkPurging(f *faults) {
	f.add(c.Purging.URL != "" && !isURL(c.Purging.URL), "purge-url", c.Purging.URL,
		"must be a URL such as https://cache.example/purge")
	name, _, given := strings.Cut(c.Purging.Header, ":")
	wrong := !given || strings.Trim(name, " ") != name || name == "" || strings.ContainsAny(c.Purging.Header, "\r\n")
	f.add(c.Purging.Header != "" && wrong, "purge-header", "(secret)", "must be a header such as Fastly-Key: TOKEN")
}

// checkNumbers requires that no number is negative, and that those without a meaning for 0 are above it.
func (f *faults) checkNumbers(flags []*kong.Flag) {
	for _, flag := range flags {
		var sign float64
		switch value := reflect.Indirect(flag.Target); {
		case value.CanInt():
			sign = float64(value.Int())
		case value.CanFloat():
			sign = value.Float()
		default:
			continue
		}
		switch flag.Name {
		case "max-body", "max-concurrent", "rate-burst", "rate-parallel", "request-timeout", "poll-interval":
			f.add(sign <= 0, flag.Name, valueOf(flag), "must be above 0")
		default:
			f.add(sign < 0, flag.Name, valueOf(flag), "must not be negative")
		}
	}
}

func isHostAndPort(text string) bool {
	_, port, err := net.SplitHostPort(text)
	return err == nil && port != ""
}

// isHost reports whether text is the name of a host alone. It becomes a part of the content security policy.
func isHost(text string) bool {
	const allowed = "abcdefghijklmnopqrstuvwxyz0123456789-."
	return strings.Trim(text, "-.") == text && text != "" && strings.Trim(strings.ToLower(text), allowed) == ""
}

// isSecureURL reports whether text is a URL by HTTPS or on this machine: keys that arrive over anything else could be
// anybody's.
func isSecureURL(text string) bool {
	address, err := url.Parse(text)
	if err != nil || !isURL(text) {
		return false
	}
	host := address.Hostname()
	return address.Scheme == "https" || host == "localhost" || net.ParseIP(host).IsLoopback()
}

// isURL reports whether text is a URL of HTTP or HTTPS without query and fragment.
func isURL(text string) bool {
	address, err := url.Parse(text)
	return err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != "" &&
		address.RawQuery == "" && address.Fragment == ""
}

// isOrigin reports whether text is what browsers send as Origin: a scheme, a host and optionally a port.
func isOrigin(text string) bool {
	address, err := url.Parse(text)
	return err == nil && isURL(text) && address.Path == "" && address.User == nil && !strings.ContainsAny(text, "?#")
}
