#!/usr/bin/env bash
# dockerfile-parse puts a variable's value into `${TAG:-20}` and leaves the rest: the base image is called node:22:-20}.
#
# Versions: dockerfile-parse 2.0.1 (PyPI), github.com/moby/buildkit v0.34.2, seen 2026-12-01 on Python 3.11.7.
#
# Behaviour: it fills variables into images, labels and variables. Of `${NAME}` it knows the plain form only; with a default
# (`:-`), a replacement (`:+`) or a pattern (`%`) the name is read to the first other sign, its value is put in, and the sign
# and the brace stay as text. So it is wrong with a value, too. And an argument that has got another default within a stage
# keeps the one from above the first FROM. No error, no warning.
#
# Output seen (the lines; the image or the label, by BuildKit and by dockerfile-parse):
#   ARG TAG=22; FROM node:${TAG}                     node:22             node:22
#   ARG TAG=22; FROM node:${TAG:-20}                 node:22             node:22:-20}
#   ARG TAG; FROM node:${TAG:-20}                    node:20             node::-20}
#   ARG HUB; FROM ${HUB:-docker.io}/node:22          docker.io/node:22   :-docker.io}/node:22
#   ARG V=1; FROM node; ARG V=2; LABEL v=$V          2                   1
#
# Why it matters: a default is what lets one Dockerfile be built with and without arguments of a pipeline. Tools that order
# builds by their base images, look up digests or check labels with this library ask the registry for an image that cannot
# exist, or take the build for one with a base of nobody's. A default in the ARG line, and `${TAG}` alone, is read right.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// add is the variables with those of an ARG line.
func add(variables []string, line instructions.ArgCommand) []string {
	for _, argument := range line.Args {
		if argument.Value != nil {
			variables = append(variables, argument.Key+"="+*argument.Value)
		}
	}
	return variables
}

func main() {
	for _, text := range os.Args[1:] {
		file := must(parser.Parse(strings.NewReader(strings.ReplaceAll(text, "; ", "\n") + "\n")))
		stages, arguments, err := instructions.Parse(file.AST, nil)
		if err != nil {
			panic(err)
		}
		words := shell.NewLex(file.EscapeToken)
		fill := func(word string, variables []string) (string, error) {
			filled, _, err := words.ProcessWord(word, shell.EnvsFromSlice(variables))
			return filled, err
		}
		var global, stage []string
		for _, line := range arguments {
			global = add(global, line)
		}
		found := must(fill(stages[0].BaseName, global))
		for _, command := range stages[0].Commands {
			switch line := command.(type) {
			case *instructions.ArgCommand:
				stage = add(stage, *line)
			case *instructions.LabelCommand:
				found = must(fill(line.Labels[0].Value, stage))
			}
		}
		fmt.Println(found)
	}
}
GO
go get github.com/moby/buildkit@v0.34.2 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o read read.go
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check dockerfile-parse==2.0.1
cat > read.py <<'PY'
import io
import sys

from dockerfile_parse import DockerfileParser

for text in sys.argv[1:]:
    parsed = DockerfileParser(fileobj=io.BytesIO((text.replace("; ", "\n") + "\n").encode()))
    print(parsed.labels["v"] if parsed.labels else parsed.baseimage)
PY
files=('ARG TAG=22; FROM node:${TAG}' 'ARG TAG=22; FROM node:${TAG:-20}' 'ARG TAG; FROM node:${TAG:-20}'
  'ARG HUB; FROM ${HUB:-docker.io}/node:22' 'ARG V=1; FROM node; ARG V=2; LABEL v=$V')
paste -d '|' <(printf '%s\n' "${files[@]}") <(./read "${files[@]}") <(venv/bin/python read.py "${files[@]}") |
  awk -F '|' '{ printf "%-39s  %-17s  %s\n", $1, $2, $3 }' > seen.txt
cat > expected.txt <<'TXT'
ARG TAG=22; FROM node:${TAG}             node:22            node:22
ARG TAG=22; FROM node:${TAG:-20}         node:22            node:22:-20}
ARG TAG; FROM node:${TAG:-20}            node:20            node::-20}
ARG HUB; FROM ${HUB:-docker.io}/node:22  docker.io/node:22  :-docker.io}/node:22
ARG V=1; FROM node; ARG V=2; LABEL v=$V  2                  1
TXT
diff expected.txt seen.txt && echo "as described"
