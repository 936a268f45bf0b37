#!/bin/sh
# Makes the data folder that a test upgrades, with the binary of a release: make.sh BINARY RELEASE, in this folder.
# It needs curl. Everybody in it is invented.
set -eu
binary=$1 release=$2 here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; rm -r "$work"' EXIT
cd "$work"

"$binary" import --data data "$here/../directory.json" 2>/dev/null
"$binary" generate --format nppes --providers 30 --output npidata_pfile_20050523-20261108.csv
"$binary" import --data data npidata_pfile_20050523-20261108.csv 2>/dev/null
"$binary" token create --data data --role admin --name Fixture --expires never > token 2>/dev/null
"$binary" serve --demo=false --data data --listen 127.0.0.1:8097 > addresses 2>/dev/null &
server=$!
until grep -q Ready addresses; do sleep 0.1; done

ask() {
	curl -sf 127.0.0.1:8097/graphql -H 'Content-Type: application/json' -H "Authorization: Bearer $(cat token)" -d "{\"query\": \"$1\"}"
}
change() {
	answer=$(ask "mutation { $1 }")
	case $answer in *'"errors"'* | *message*) echo "$answer" >&2; exit 1 ;; esac
}
id() { # of a document, by its kind and slug
	ask "{ $1(by: {slug: \\\"$2\\\"}) { id } }" | grep -o '[a-z]\{3\}_[0-9a-z]\{26\}'
}
change 'createCondition(input: {name: \"Homesickness\", description: \"Missing home.\"}, idempotencyKey: \"home\") { userErrors { message } }'
change 'createCondition(input: {name: \"Nostalgia\"}) { userErrors { message } }'
change 'createCondition(input: {name: \"Passing mood\"}) { userErrors { message } }'
change 'createProvider(input: {name: \"Wren Examplar\", kind: INDIVIDUAL, conditions: [\"nostalgia\"], locations: [{street: \"1 Example Street\", city: \"Flint\", stateCode: \"MI\", postalCode: \"48507\", phone: \"810 555 0123\"}], sessionFee: {currency: \"USD\", minimum: 100, maximum: 120, slidingScale: true}}) { userErrors { message } }'
change "updateProvider(id: \\\"$(id provider wren-examplar)\\\", input: {slug: \\\"wren-q-examplar\\\", name: \\\"Wren Q. Examplar\\\"}) { userErrors { message } }"
change "mergeConditions(from: \\\"$(id condition nostalgia)\\\", into: \\\"$(id condition homesickness)\\\") { userErrors { message } }"
change "deleteCondition(id: \\\"$(id condition passing-mood)\\\") { userErrors { message } }"
change "deleteProvider(id: \\\"$(id provider thistle-k-sampleyan-1000000095)\\\") { userErrors { message } }"
change 'createArticle(input: {slug: \"homesickness\", title: \"Find Care for Homesickness\", topic: {condition: \"homesickness\"}, lead: \"Missing home is common.\", author: \"the team\", sections: [{heading: \"What it is\", body: \"Words.\"}]}) { article { id } userErrors { message } }'
article=$(echo "$answer" | grep -o 'art_[0-9a-z]\{26\}')
change "reviewArticle(id: \\\"$article\\\", expectedRevision: 1, review: {reviewer: \\\"Robin Examplar\\\"}) { userErrors { message } }"
change "publishArticle(id: \\\"$article\\\") { userErrors { message } }"
change 'createArticle(input: {slug: \"a-draft\", title: \"A draft\", topic: {condition: \"homesickness\"}, lead: \"Not done.\", author: \"the team\"}) { userErrors { message } }'
kill "$server"
wait "$server"

to=$here/$release
mkdir -p "$to"
"$binary" export --data data --unpublished --output "$to/export.json"
cp token "$to/token"
rm -f data/lock
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -czf "$to/data.tar.gz" data npidata_pfile_20050523-20261108.csv
