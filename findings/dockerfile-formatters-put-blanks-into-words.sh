#!/usr/bin/env bash
# Formatters of Dockerfiles indent the second line of a word or a text, so that blanks get into addresses, paths and labels.
#
# Versions: dockerfile-utils 0.16.3 (npm; plugins of editors format Dockerfiles with it) with vscode-languageserver-textdocument
# 1.0.16, @reteps/dockerfmt 0.5.4 (npm), github.com/moby/buildkit v0.34.2, seen 2026-12-01 on Node 20.20.2.
#
# Behaviour: a backslash at the end joins two lines without anything between them, also within a word and within quotes. The first
# formatter indents each line that goes on, the second one those outside of RUN; both leave heredocs alone. What was a word
# has blanks in it then. Some lines are refused by BuildKit after that; others are taken. No error, no warning.
#
# Output seen (what BuildKit reads of the lines, as they were and formatted; `\` stands for a backslash and a line feed):
#   RUN curl https://example.com/\file.tgz
#     as it was         curl https://example.com/file.tgz
#     dockerfile-utils  curl https://example.com/    file.tgz
#     dockerfmt         curl https://example.com/file.tgz
#   RUN printf %s "a:\ - x"
#     as it was         printf %s "a: - x"
#     dockerfile-utils  printf %s "a:    - x"
#     dockerfmt         printf %s "a: - x"
#   LABEL note="one \two"
#     as it was         note="one two"
#     dockerfile-utils  note="one     two"
#     dockerfmt         note="one     two"
#   ENV PATH=/opt/bin:\/usr/bin
#     as it was         PATH=/opt/bin:/usr/bin
#     dockerfile-utils  refused
#     dockerfmt         refused
#
# Why it matters: generators break long lines, and paths, class paths and addresses are what is long. They can break them only
# inside a word. Whoever then opens such a file in an editor that formats it when it saves, or has a hook do it, commits
# another image. Lines are safe that end with a blank outside of quotes in front of the backslash.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund dockerfile-utils@0.16.3 vscode-languageserver-textdocument@1.0.16 \
  @reteps/dockerfmt@0.5.4 > /dev/null
cat > format.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { formatDockerfileContents } from '@reteps/dockerfmt';
import utils from 'dockerfile-utils';
import { TextDocument } from 'vscode-languageserver-textdocument';

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  const edits = utils.format(text, { insertSpaces: true, tabSize: 4 });
  writeFileSync(`${file}.utils`, TextDocument.applyEdits(TextDocument.create(file, 'dockerfile', 1, text), edits));
  const options = { indent: 4, trailingNewline: true, spaceRedirects: false };
  writeFileSync(`${file}.dockerfmt`, await formatDockerfileContents(text, options));
}
JS
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

func read(name string) string {
	text, err := os.Open(name)
	if err != nil {
		panic(err)
	}
	file, err := parser.Parse(text)
	if err != nil {
		return "refused"
	}
	stages, _, err := instructions.Parse(file.AST, nil)
	if err != nil {
		return "refused"
	}
	switch line := stages[0].Commands[0].(type) {
	case *instructions.RunCommand:
		return line.CmdLine[0]
	case *instructions.LabelCommand:
		return line.Labels[0].String()
	case *instructions.EnvCommand:
		return line.Env[0].String()
	default:
		return "another instruction"
	}
}

func main() {
	for _, name := range os.Args[1:] {
		fmt.Println("  as it was        ", read(name))
		fmt.Println("  dockerfile-utils ", read(name+".utils"))
		fmt.Println("  dockerfmt        ", read(name+".dockerfmt"))
	}
}
GO
go get github.com/moby/buildkit@v0.34.2 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o read read.go
: > seen.txt
for line in 'RUN curl https://example.com/\file.tgz' 'RUN printf %s "a:\ - x"' 'LABEL note="one \two"' \
  'ENV PATH=/opt/bin:\/usr/bin'; do
  printf 'FROM debian\n%s\n' "$line" | sed 's/\\/\\\n/' > Dockerfile
  node format.mjs Dockerfile
  printf '%s\n' "$line" >> seen.txt
  ./read Dockerfile >> seen.txt
done
cat > expected.txt <<'TXT'
RUN curl https://example.com/\file.tgz
  as it was         curl https://example.com/file.tgz
  dockerfile-utils  curl https://example.com/    file.tgz
  dockerfmt         curl https://example.com/file.tgz
RUN printf %s "a:\ - x"
  as it was         printf %s "a: - x"
  dockerfile-utils  printf %s "a:    - x"
  dockerfmt         printf %s "a: - x"
LABEL note="one \two"
  as it was         note="one two"
  dockerfile-utils  note="one     two"
  dockerfmt         note="one     two"
ENV PATH=/opt/bin:\/usr/bin
  as it was         PATH=/opt/bin:/usr/bin
  dockerfile-utils  refused
  dockerfmt         refused
TXT
diff expected.txt seen.txt && echo "as described"
