# The commands that people type. Each is one line that can be typed without make.
.PHONY: help run build test lint generate web bench ci

help: ## List these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile

run: ## Serve the demo directory
	go run .

build: ## Build the binary
	go build -o findcare .

test: ## Run the tests that this machine has what it needs for
	go test ./...

lint: ## Format and check
	go tool gofumpt -l . && go tool lint ./... && go tool revive -config revive.toml -set_exit_status -exclude ./test/conformance/node_modules/... ./...

generate: ## Make generated code from the schema
	go generate ./...

web: ## Build the pages' script and style and the playground
	cd web && npm ci && npm run build && cd playground && npm ci && npm run build

bench: ## Measure the read path
	go test ./internal/execution -run '^$$' -bench 'Page|Profile|FindCare|Compile' -benchmem -cpu 1

ci: ## Everything that must hold
	.ci/run
