# vanthu - compile the reports of an emulation campaign into official documents.
#
#	make demo       install what is missing, build, compile input/ into output/
#	make test       build and run every test
#	make            build .build/release/vanthu
#	make help       the other targets
#
# MODE=release|debug|asan|fuzz chooses the build; CC=gcc|clang the compiler.

MODE ?= release
CC := $(if $(filter default,$(origin CC)),gcc,$(CC))
PREFIX ?= /usr/local
DESTDIR ?=
VERSION = 0.1.0

BUILD ?= .build/$(MODE)
# The folders that are compiled; a part of them for work on one layer.
FOLDERS ?= $(patsubst src/%/,%,$(dir $(wildcard src/*/*.c)))

LIBS = libxml-2.0 libxslt libzip yaml-0.1 libutf8proc harfbuzz \
	harfbuzz-subset fontconfig libdeflate zlib libpng libcmark-gfm \
	libcrypto

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wvla -Wformat=2 -Wundef -Werror

MODE_release = -O2 -g
MODE_debug = -O0 -g
MODE_asan = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
MODE_fuzz = -O1 -g -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all

DEFS = -D_GNU_SOURCE -DVERSION='"$(VERSION)"' \
	-DDATADIR='"$(PREFIX)/share/vanthu"'
PKG_CFLAGS := $(shell pkg-config --cflags $(LIBS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(LIBS) 2>/dev/null) \
	-lcmark-gfm-extensions -lhpdf -lm
CFLAGS_ALL = -std=c11 $(MODE_$(MODE)) $(WARN) $(DEFS) -Isrc -I$(BUILD) \
	$(patsubst -I%,-isystem %,$(PKG_CFLAGS)) $(CFLAGS)
LDFLAGS_ALL = $(filter -fsanitize%,$(MODE_$(MODE))) $(LDFLAGS)

SRC := $(sort $(foreach f,$(sort $(FOLDERS)),$(wildcard src/$(f)/*.c)))
OBJ := $(SRC:src/%.c=$(BUILD)/%.o)
LIBOBJ := $(filter-out $(BUILD)/cli/main.o,$(OBJ))
UNIT ?= $(patsubst tests/unit/test_%.c,%,$(wildcard tests/unit/test_*.c))
UNITBIN := $(UNIT:%=$(BUILD)/unit/test_%)

all: $(BUILD)/vanthu

$(BUILD)/vanthu: $(OBJ)
	@echo "  LD $@"
	@$(CC) $(LDFLAGS_ALL) -o $@ $(OBJ) $(PKG_LIBS)

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# The installed templates' place is compiled in: a change of PREFIX rebuilds.
$(BUILD)/project/project.o: $(BUILD)/prefix
$(BUILD)/prefix: always
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@
always:

$(BUILD)/unit/test_%: tests/unit/test_%.c $(LIBOBJ)
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS_ALL) -MMD -MP $(LDFLAGS_ALL) -o $@ $< $(LIBOBJ) \
	    $(PKG_LIBS) -lcmocka

-include $(OBJ:.o=.d) $(UNITBIN:=.d)

objects: $(OBJ)

unit: $(UNITBIN)
	@for t in $(UNITBIN); do echo "== $$t"; $$t || exit 1; done

# -- tests ----------------------------------------------------------------

# The README's test command: installs what is missing, builds, passes.
test: deps-test
	@$(MAKE) --no-print-directory check run-tests

run-tests: $(BUILD)/vanthu $(UNITBIN)
	@sh tests/run.sh $(BUILD)/vanthu $(UNITBIN)

check: $(BUILD)/vanthu
	@awk -f tests/check/layers.awk src/LAYERS src/*/*.[ch]
	@awk -f tests/check/doors.awk src/*/*.[ch]
	@sh tests/check/headers.sh $(CC) $(CFLAGS_ALL)
	@sh tests/check/format.sh
	@sh tests/check/catalogue.sh $(BUILD)/vanthu
	@sh tests/check/manual.sh $(BUILD)/vanthu
	@python3 tests/check/rules.py $(BUILD)/vanthu
	@echo "check: layers, doors, headers, format, catalogue, manual, rules: fine"

# The same tests under the sanitizers, and the program under valgrind.
test-asan:
	@$(MAKE) --no-print-directory MODE=asan run-tests

test-valgrind: $(BUILD)/vanthu
	@sh tests/valgrind.sh $(BUILD)/vanthu

fidelity: $(BUILD)/vanthu
	@OFFICE=newer STAGES="lines resave" sh tests/fidelity/run.sh $(BUILD)/vanthu; \
	    newer=$$?; sh tests/fidelity/run.sh $(BUILD)/vanthu && exit $$newer

$(BUILD)/bench_pdf: tests/bench/bench_pdf.c $(LIBOBJ)
	@$(CC) $(CFLAGS_ALL) -MMD -MP $(LDFLAGS_ALL) -o $@ $< $(LIBOBJ) \
	    $(PKG_LIBS)

# The reports of the sample that have three pages.
THREE_PAGES = phong-kt-phat-dong tram-y-te-phat-dong trung-tam-hcc-phat-dong

bench: $(BUILD)/vanthu $(BUILD)/bench_pdf
	@python3 tests/bench/bench.py $(BUILD)/vanthu
	@VANTHU_TEMPLATES=templates $(BUILD)/bench_pdf input $(THREE_PAGES)

# -- use ------------------------------------------------------------------

demo: deps
	@$(MAKE) --no-print-directory $(BUILD)/vanthu
	@$(BUILD)/vanthu build -C input -o output
	@echo
	@$(BUILD)/vanthu status -C input --as-of 2025-12-31 -q || test $$? = 1

# -- what the machine must have -------------------------------------------

# Debian 12 package names; apt-get only when something is missing.
DEPS = gcc libc6-dev pkg-config libxml2-dev libxslt1-dev libzip-dev \
	libyaml-dev libutf8proc-dev libharfbuzz-dev libfontconfig-dev \
	libdeflate-dev zlib1g-dev libpng-dev libssl-dev libcmark-gfm-dev \
	libcmark-gfm-extensions-dev libhpdf-dev fonts-liberation2
DEPS_TEST = $(DEPS) libcmocka-dev pandoc python3-docx libxml2-utils poppler-utils qpdf \
	mupdf-tools libreoffice-writer mandoc unzip python3 valgrind clang \
	libclang-rt-14-dev imagemagick openjdk-17-jdk-headless maven \
	openssl softhsm2 opensc libengine-pkcs11-openssl python3-jsonschema \
	weasyprint

deps:
	@sh tests/check/deps.sh $(DEPS)

deps-test:
	@sh tests/check/deps.sh $(DEPS_TEST)

# -- installing -----------------------------------------------------------

SHARE = $(DESTDIR)$(PREFIX)/share

install: $(BUILD)/vanthu
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/doc/vanthu \
	    $(SHARE)/vanthu/schema $(SHARE)/bash-completion/completions
	install -m 755 $(BUILD)/vanthu $(DESTDIR)$(PREFIX)/bin/vanthu
	install -m 644 src/cli/vanthu.1 $(SHARE)/man/man1/vanthu.1
	install -m 644 src/inspect/RULES.md $(SHARE)/doc/vanthu/RULES.md
	install -m 644 src/cli/vanthu.bash \
	    $(SHARE)/bash-completion/completions/vanthu
	install -m 644 src/*/*.rng src/*/*.schema.json $(SHARE)/vanthu/schema
	cd templates && find . -type f -name '*.x[ms]l' -exec \
	    install -D -m 644 '{}' $(abspath $(SHARE))/vanthu/templates/'{}' ';'

# -- keeping house --------------------------------------------------------

format:
	clang-format -i src/*/*.c src/*/*.h tests/unit/*.c

clean:
	rm -rf .build

help:
	@sed -n 's/^#\t//p' Makefile | head -4
	@echo 'make check           architecture, headers, format, catalogue, manual, rules'
	@echo 'make test-asan       the tests under ASan and UBSan'
	@echo 'make test-valgrind   the program under valgrind'
	@echo 'make fidelity        DOCX and PDF of the whole corpus, by other tools'
	@echo 'make bench           times and memory, beside pandoc'
	@echo 'make install         PREFIX=/usr/local DESTDIR='

# prefix is remade only when it changes; always is never there.
.PHONY: always all objects unit test run-tests check test-asan test-valgrind fidelity bench \
	demo deps deps-test install format clean help
.DELETE_ON_ERROR:
