# What CI runs is `make test`. LINTER is built from tools/go.mod, a module of its own, so that its
# dependencies never reach go.mod. It keeps its cache here: one shared by two checkouts answers for the other's lines.
GO       ?= go
LINTER   ?= $(GO) tool -modfile=tools/go.mod golangci-lint
export GOLANGCI_LINT_CACHE := $(CURDIR)/.cache/lint
FUZZTIME ?= 10s
# The race detector watches all that runs at once but what lies behind it: SQLite turned into Go, and PDFium, whose Kill takes no
# lock by its design, take an hour under it. Of the SQLite store and of the loader, whose tests load into it over and over, it watches
# those in which several write or load at once. What reads one text after another, or asks one question after another, has none.
UNWATCHED := /internal/store|/internal/crash|/internal/score|/internal/web|/loader/pdf|/loader/read$$|/loader$$|/cmd/baopu|/tagger
AT_ONCE   := TestStore$$/^(PagingUnderWrites|OneView|ReadersBesideWriter|TwoWriters)$$
# Subscriptions are asked of both stores; the race detector watches them on SQLite.
BOTH      := ^(TestArticlesOfTheLog|TestArticlesAreSentAsTheyAreLoaded|TestLoadProgress|TestStatementsDontGrowWithArticles)$$
LOADS     := ^(TestTwoLoadersOfAnIssue|TestReplacedMeanwhile|TestOvertaken.*|TestIssueTwice|TestTakenOut)$$
GOLD     := testdata/gold/seed-page.gold.jsonl testdata/gold/cm-dev.gold.jsonl testdata/gold/ct-dev.gold.jsonl testdata/gold/cu-dev.gold.jsonl testdata/gold/vt-dev.gold.jsonl

.PHONY: build test vet format tidy generated unit served watched lint score reliability bench generate fuzz neo4j neo4j-down crash thorough bench-stores bench-reading

build: ## the command, as ./baopu
	$(GO) build -o baopu ./cmd/baopu

test: format tidy vet generated .cache/neo4j ## all that must hold before a commit is pushed
	$(BESIDE) served lint watched

format:
	@out=$$(gofmt -l .); test -z "$$out" || { echo "not formatted (gofmt -w):"; echo "$$out"; exit 1; }

tidy:
	$(GO) mod tidy -diff
	cd tools && $(GO) mod tidy -diff
	cd tools/readbench && $(GO) mod tidy -diff

vet:
	$(GO) vet ./...
	cd tools && $(GO) vet ./...
	cd tools/tagger && $(GO) vet ./...
	cd tools/readbench && $(GO) vet ./...

unit: .cache/neo4j ## the tests alone
	$(BESIDE) served watched

# BESIDE makes two targets at a time beside a server of Neo4j, where one is to be had; its last lines say where none was. The tests on
# the server take as long as everything else, and leave a core idle. Each target's lines stay together where this make can do that.
BESIDE = .cache/neo4j run -- $(MAKE) -j2 --no-print-directory $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

served: # what asks the server, and what else the race detector doesn't watch
	$(GO) test -shuffle=on -timeout 40m $$($(GO) list ./... | grep -E '$(UNWATCHED)')
	$(GO) test -shuffle=on -run '$(BOTH)/^Neo4j$$' ./graph

watched: export BAOPU_TEST_NEO4J :=
watched:
	cd tools && $(GO) test -shuffle=on ./...
	cd tools/tagger && $(GO) test -shuffle=on ./...
	cd tools/readbench && $(GO) test -shuffle=on ./...
	$(GO) test -race -shuffle=on -skip '$(BOTH)/^Neo4j$$' $$($(GO) list ./... | grep -Ev '$(UNWATCHED)')
	$(GO) test -race -run '$(LOADS)' ./loader
	$(GO) test -race -run '$(AT_ONCE)' ./internal/store/sqlite

.cache/neo4j: $(wildcard tools/neo4j/*)
	@mkdir -p .cache
	cd tools && $(GO) build -o ../.cache/neo4j ./neo4j

neo4j: .cache/neo4j ## start a server of Neo4j for tests and for trying out, and print its URL
	@.cache/neo4j up

crash: .cache/neo4j ## kill loaders and the server in mid-load, 50 and 20 times
	.cache/neo4j run -- $(GO) test -count 1 -v -timeout 60m -run 'Server' ./internal/crash -args -loaderkills 50 -serverkills 20

thorough: .cache/neo4j ## ask Neo4j everything that the suite of the stores can ask: every filter in every order, a quarter of an hour
	.cache/neo4j run -- $(GO) test -count 1 -timeout 60m ./internal/store/neo4j -args -thorough

# ARTICLES=100400 takes the rates at 1,000, 10,000 and 100,000 articles.
bench-stores: .cache/neo4j ## loading and reading on both stores, side by side
	$(GO) build -o .cache/storebench ./internal/store/storebench
	rm -f .cache/bench.db*
	BAOPU_TEST_NEO4J_HEAP=1g BAOPU_TEST_NEO4J_PAGECACHE=1g BAOPU_TEST_NEO4J_STALENESS=0.75 .cache/neo4j run -- sh -c '.cache/storebench -articles $(or $(ARTICLES),5000) sqlite:.cache/bench.db "$$BAOPU_TEST_NEO4J"'
	rm -f .cache/bench.db*

bench-reading: ## text to facts on one core, with plain segmentation beside it, over the articles of CORPUS=FILE.jsonl[.gz]
	cd tools/readbench && $(GO) run . $(abspath $(or $(CORPUS),testdata/gold/cm-dev.gold.jsonl))

neo4j-down: .cache/neo4j ## stop it
	@.cache/neo4j down

lint:
	$(LINTER) run ./...
	cd tools && $(GO) tool golangci-lint run ./...
	cd tools/tagger && $(GO) tool -modfile=../go.mod golangci-lint run ./...
	cd tools/readbench && $(GO) tool -modfile=../go.mod golangci-lint run ./...

generate: ## write the generated code anew
	$(GO) generate ./...

# The tree before and after `go generate` must be the same, committed or not.
TREE = git ls-files -co --exclude-standard -z | xargs -0 sha1sum 2>/dev/null
generated:
	@before=$$(mktemp); after=$$(mktemp); trap 'rm -f "$$before" "$$after"' EXIT; \
	$(TREE) >"$$before"; $(GO) generate ./... || exit 1; $(TREE) >"$$after"; \
	diff "$$before" "$$after" >/dev/null || { echo "go generate changed:"; diff "$$before" "$$after" | sed -n 's/^[<>] [0-9a-f]* *//p' | sort -u; exit 1; }

# XW=DIR scores DIR/xw-dev.gold.jsonl too; HALF=first|second|all one part only; ERRORS=KIND lists errors (HALF=first).
score: ## scores of the reader over the gold: both halves and the whole
	$(GO) run ./internal/score/cmd --read $(if $(HALF),--half $(HALF)) $(if $(ERRORS),--errors $(ERRORS)) $(GOLD) $(if $(XW),$(XW)/xw-dev.gold.jsonl)

# XW=DIR counts over the second half of DIR/xw-dev.gold.jsonl too, as the table in the repository does.
reliability: ## count anew how far each family of rules is to be trusted
	$(GO) run ./internal/score/cmd --reliability testdata/gold/own.gold.jsonl testdata/gold/cm-dev.gold.jsonl:second testdata/gold/ct-dev.gold.jsonl:second testdata/gold/cu-dev.gold.jsonl:second testdata/gold/vt-dev.gold.jsonl:second $(if $(XW),$(XW)/xw-dev.gold.jsonl:second) > reliability.tmp
	mv reliability.tmp loader/trust/reliability.tsv
	$(GO) test ./internal/score -run TestReliabilityIsWrittenDown -update

bench: ## all benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

fuzz: ## each fuzz target for FUZZTIME
	@for dir in $$(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -r -n1 dirname | sort -u); do \
		for f in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\).*/\1/p' $$dir/*_test.go); do \
			$(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$dir || exit 1; \
		done; \
	done
