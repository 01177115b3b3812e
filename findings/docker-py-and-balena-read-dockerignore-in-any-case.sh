#!/usr/bin/env bash
# A .dockerignore file leaves out other files in BuildKit, in Docker's older builder, in docker-py and in @balena/dockerignore.
#
# Versions: github.com/tonistiigi/fsutil v0.0.0-20261103091533-a72de9dcf763 (what BuildKit sends is chosen by it),
# github.com/moby/go-archive v0.3.3 (the older builder's), both with github.com/moby/patternmatcher v0.6.1; docker 7.2.0 (PyPI),
# @balena/dockerignore 1.0.2 (npm; AWS CDK and Testcontainers have it), seen 2026-12-01 on Python 3.11.7 and Node 20.20.2.
#
# Behaviour: the two readers that are not Docker's own take capitals for small letters, so the line `build` leaves out a file
# called BUILD. `**.md` leaves out nothing in them. Docker's older builder and docker-py do not look into a folder that is left
# out unless a line with `!` begins with its name, so that `!**/*.md` brings back the files of the first level only; BuildKit
# looks into all. No error, no warning.
#
# Output seen (the lines of the file; the files that are sent to the build):
#   build       BuildKit   BUILD README.md docs/guide.md src/main.c
#   build       older      BUILD README.md docs/guide.md src/main.c
#   build       docker-py  README.md docs/guide.md src/main.c
#   build       balena     README.md docs/guide.md src/main.c
#   * !**/*.md  BuildKit   README.md docs/guide.md
#   * !**/*.md  older      README.md
#   * !**/*.md  docker-py  README.md
#   * !**/*.md  balena     README.md docs/guide.md
#   **.md       BuildKit   BUILD build/app.o src/main.c
#   **.md       older      BUILD build/app.o src/main.c
#   **.md       docker-py  BUILD README.md build/app.o docs/guide.md src/main.c
#   **.md       balena     BUILD README.md build/app.o docs/guide.md src/main.c
#
# Why it matters: one repository is built by `docker build` at a desk, by a script of a pipeline that uses docker-py, and by a
# deployment with the CDK. A file that is missing stops the build at best; `COPY docs /docs` takes what is there. Whoever
# generates the file is safe with whole paths in the right case, and names what is to come back by its folder.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
mkdir -p context/build context/docs context/src
touch context/BUILD context/README.md context/build/app.o context/docs/guide.md context/src/main.c
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > send.go <<'GO'
package main

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sort"
	"strings"

	"github.com/moby/go-archive"
	"github.com/moby/patternmatcher/ignorefile"
	"github.com/tonistiigi/fsutil"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func buildKit(patterns []string) (names []string) {
	files := must(fsutil.NewFilterFS(must(fsutil.NewFS("context")), &fsutil.FilterOpt{ExcludePatterns: patterns}))
	add := func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, path)
		}
		return err
	}
	if err := files.Walk(context.Background(), "", add); err != nil {
		panic(err)
	}
	return names
}

func older(patterns []string) (names []string) {
	reader := tar.NewReader(must(archive.TarWithOptions("context", &archive.TarOptions{ExcludePatterns: patterns})))
	for {
		header, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return names
		}
		if must(header, err).Typeflag == tar.TypeReg {
			names = append(names, header.Name)
		}
	}
}

func main() {
	patterns := must(ignorefile.ReadAll(must(os.Open("dockerignore"))))
	for _, builder := range []struct {
		name string
		send func([]string) []string
	}{{"BuildKit", buildKit}, {"older", older}} {
		names := builder.send(patterns)
		sort.Strings(names)
		fmt.Printf("%-9s  %s\n", builder.name, strings.Join(names, " "))
	}
}
GO
go get github.com/tonistiigi/fsutil@v0.0.0-20261103091533-a72de9dcf763 github.com/moby/go-archive@v0.3.3 \
  github.com/moby/patternmatcher@v0.6.1 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o send send.go
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docker==7.2.0
cat > send.py <<'PY'
import os

from docker.utils.build import exclude_paths

with open("dockerignore") as lines:
    found = exclude_paths("context", [line.strip() for line in lines])
# docker-py sends the Dockerfile and .dockerignore, too; there are none here.
print("docker-py ", *sorted(path for path in found if os.path.isfile(os.path.join("context", path))))
PY
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @balena/dockerignore@1.0.2 > /dev/null
cat > send.cjs <<'JS'
const { readdirSync, readFileSync } = require('node:fs');
const dockerignore = require('@balena/dockerignore');

const files = readdirSync('context', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice('context/'.length));
const found = dockerignore().add(readFileSync('dockerignore', 'utf8')).filter(files);
console.log('balena    ', found.sort().join(' '));
JS
for lines in 'build' '* !**/*.md' '**.md'; do
  (set -f; printf '%s\n' $lines) > dockerignore
  { ./send; venv/bin/python send.py; node send.cjs; } | sed "s|^|$(printf '%-10s' "$lines")  |"
done > seen.txt
cat > expected.txt <<'TXT'
build       BuildKit   BUILD README.md docs/guide.md src/main.c
build       older      BUILD README.md docs/guide.md src/main.c
build       docker-py  README.md docs/guide.md src/main.c
build       balena     README.md docs/guide.md src/main.c
* !**/*.md  BuildKit   README.md docs/guide.md
* !**/*.md  older      README.md
* !**/*.md  docker-py  README.md
* !**/*.md  balena     README.md docs/guide.md
**.md       BuildKit   BUILD build/app.o src/main.c
**.md       older      BUILD build/app.o src/main.c
**.md       docker-py  BUILD README.md build/app.o docs/guide.md src/main.c
**.md       balena     BUILD README.md build/app.o docs/guide.md src/main.c
TXT
diff expected.txt seen.txt && echo "as described"
