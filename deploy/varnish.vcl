vcl 4.1;

# Varnish in front of findcare. It keeps pages and answers for as long as the server lets it, and forgets those of a change
# when the server calls /purge: run the server with the flags purge-url and purge-header as in docs/caches.md.
# Needs Varnish 6.0 or later, and no modules but std, which comes with it.

import std;

backend default {
    .host = "127.0.0.1";
    .port = "8080";
}

# Who may purge: the servers. Put their addresses here.
acl servers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.url == "/purge") {
        # X-Forwarded-For: another proxy before Varnish sent it, and so not a server.
        if (!(client.ip ~ servers) || req.http.X-Forwarded-For ~ "," || req.method != "POST") {
            return (synth(403, "Forbidden"));
        }
        if (req.http.Surrogate-Key !~ "^[a-z0-9_]+( [a-z0-9_]+)*$") {
            return (synth(400, "No keys"));
        }
        ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " ", "|") + ")($|\s)");
        return (synth(200, "Purged"));
    }
    # Varnish asks for all that it keeps by GET, and never keeps what is sent with a token.
    unset req.http.Cookie; # findcare reads none
    if (req.http.Upgrade ~ "(?i)websocket") {
        return (pipe);
    }
}

sub vcl_pipe {
    set bereq.http.Upgrade = req.http.Upgrade;
    set bereq.http.Connection = req.http.Connection;
}

sub vcl_backend_response {
    if (beresp.http.Surrogate-Control ~ "^max-age=\d+$") {
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^max-age=", "") + "s", 0s);
    } elsif (beresp.http.Cache-Control !~ "max-age=[1-9]") {
        # Not for shared caches at the moment; the next one may be.
        set beresp.ttl = 0s;
    }
    # Nothing is served after its time.
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    # Streams go on for long.
    if (beresp.http.Content-Type ~ "text/event-stream") {
        set beresp.uncacheable = true;
        set beresp.do_stream = true;
    }
}

sub vcl_deliver {
    # These are for Varnish. Age would have browsers think that what they must revalidate is older than it is.
    unset resp.http.Surrogate-Key;
    unset resp.http.Surrogate-Control;
    unset resp.http.Cache-Tag;
    unset resp.http.CDN-Cache-Control;
}
