package main

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"

	"findcare/internal/telemetry"
)

// check tells of everything in the configuration that cannot work, at once.
func (c *serveCommand) check() error {
	var faults []error
	fault := func(wrong bool, flag string, value any, rule string) {
		if wrong {
			faults = append(faults, fmt.Errorf("--%s: %q %s", flag, fmt.Sprint(value), rule))
		}
	}
	const hostAndPort = "must be a host and a port, such as localhost:8080"
	fault(!isHostAndPort(c.Listen), "listen", c.Listen, hostAndPort)
	fault(c.Admin != "" && !isHostAndPort(c.Admin), "admin", c.Admin, hostAndPort)
	fault(c.SiteURL != "" && !isOrigin(c.SiteURL), "site-url", c.SiteURL, "must be an address such as https://care.example")
	for i, origin := range c.Origins {
		c.Origins[i] = strings.TrimSuffix(origin, "/")
		fault(origin != "*" && !isBareOrigin(strings.ReplaceAll(c.Origins[i], "*", "any")), "origins", origin,
			"must be an origin, a scheme and a host without a path, such as https://care.example, or *")
	}
	fault(c.Issuer != "" && !isUntapped(c.Issuer), "oidc-issuer", c.Issuer, "must be an address such as https://login.example")
	fault((c.Issuer == "") != (c.Audience == ""), "oidc-audience", c.Audience, "must be given together with --oidc-issuer")
	fault(strings.ContainsAny(c.CacheControl, "\r\n"), "cache-control", c.CacheControl, "must be one line")
	fault(c.TrustedDocuments == "only" && c.TrustedDocumentsFile == "", "trusted-documents", c.TrustedDocuments, "needs --trusted-documents-file")
	fault(c.RequestTimeout <= 0, "request-timeout", c.RequestTimeout, aboveZero)
	fault(c.MaxBody <= 0, "max-body", c.MaxBody, aboveZero)
	fault(c.MaxConcurrent <= 0, "max-concurrent", c.MaxConcurrent, aboveZero)
	fault(c.RateParallel <= 0, "rate-parallel", c.RateParallel, aboveZero)
	fault(c.RateBurst <= 0, "rate-burst", c.RateBurst, aboveZero)
	fault(c.PollInterval <= 0, "poll-interval", c.PollInterval, aboveZero)
	fault(c.ShutdownDelay < 0, "shutdown-delay", c.ShutdownDelay, notNegative)
	fault(c.ShutdownGrace < 0, "shutdown-grace", c.ShutdownGrace, notNegative)
	fault(c.RateLimit.RateLimit < 0, "rate-limit", c.RateLimit.RateLimit, notNegative)
	fault(c.ReviewMonths < 0, "review-months", c.ReviewMonths, notNegative)
	fault(c.MaxBatch < 0, "max-batch", c.MaxBatch, notNegative)
	fault(c.ConnectionInitTimeout < 0, "connection-init-timeout", c.ConnectionInitTimeout, notNegative)
	fault(c.Heartbeat < 0, "heartbeat", c.Heartbeat, notNegative)
	fault(c.SendTimeout < 0, "send-timeout", c.SendTimeout, notNegative)
	limits := c.Limits
	for _, limit := range []struct {
		flag string
		most int
	}{
		{"max-connections", c.MaxConnections},
		{"max-connections-per-client", c.MaxConnectionsPerClient},
		{"max-subscriptions", c.MaxSubscriptions},
		{"max-tokens", limits.Tokens},
		{"max-depth", limits.Depth},
		{"max-fields", limits.Fields},
		{"max-root-fields", limits.RootFields},
		{"max-aliases", limits.Aliases},
		{"max-repeats", limits.Repeats},
		{"max-directives", limits.Directives},
		{"max-fragments", limits.Fragments},
		{"max-cost", limits.Cost},
	} {
		fault(limit.most < 0, limit.flag, limit.most, notNegative)
	}
	return errors.Join(append(faults, telemetry.Check())...)
}

const (
	aboveZero   = "must be above 0"
	notNegative = "must not be negative"
)

func isHostAndPort(text string) bool {
	_, port, err := net.SplitHostPort(text)
	return err == nil && port != ""
}

// isUntapped tells whether text is an address by HTTPS, or on this machine: keys that come another way could be anybody's.
func isUntapped(text string) bool {
	address, err := url.Parse(text)
	if err != nil || !isOrigin(text) {
		return false
	}
	return address.Scheme == "https" || address.Hostname() == "localhost" || net.ParseIP(address.Hostname()).IsLoopback()
}

// isOrigin tells whether text is a scheme and a host, and a path at most.
func isOrigin(text string) bool {
	address, err := url.Parse(text)
	return err == nil && (address.Scheme == "http" || address.Scheme == "https") && address.Host != "" && address.RawQuery == "" && address.Fragment == ""
}

// isBareOrigin tells whether text is what browsers send as Origin: a scheme and a host, and maybe a port.
func isBareOrigin(text string) bool {
	address, err := url.Parse(text)
	return err == nil && isOrigin(text) && address.Path == "" && address.User == nil && !strings.ContainsAny(text, "?#")
}
