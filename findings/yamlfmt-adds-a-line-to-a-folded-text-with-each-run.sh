#!/usr/bin/env bash
# yamlfmt, by its defaults, adds a line to folded texts with each run, and takes the blank lines at the head of a block.
#
# Versions: github.com/google/yamlfmt v0.21.0, PyYAML 6.0.4 (PyPI), seen 2026-12-01 on Python 3.11.7.
#
# Behaviour: a formatter changes blanks between values, not values, and has nothing to do in a file that it has formatted. Blank
# lines at the head of a block are lost here. In a folded text (`>`) each line that is indented further than the others, and
# with `>+` the end of the text, gets a blank line more, which is part of the value, and another one with the next run; `-lint`
# then fails for a file that was just written. `retain_line_breaks` keeps blank lines by comments that it puts in and takes
# out again: it mends some texts, cuts `|+`, leaves its mark in `>+` and refuses the first text. Otherwise there is no error and
# no warning.
#
# Output seen (the YAML, with a line feed behind it; its value; after one run and after three; after one with retain_line_breaks):
#   |\n\n  a            "\na\n"         "a\n"             "a\n"                 refused
#   >\n  a\n    b\n  c  "a\n  b\nc\n"   "a\n\n  b\nc\n"   "a\n\n\n\n  b\nc\n"   "a\n  b\nc\n"
#   >+\n  a\n           "a\n\n"         "a\n\n\n"         "a\n\n\n\n\n"         "a #magic___^_^___line\n"
#   |+\n  a\n           "a\n\n"         "a\n\n"           "a\n\n"               "a\n"
#   >\n  a\n  b         "a b\n"         "a b\n"           "a b\n"               "a b\n"
#
# Why it matters: generated manifests, and those of Helm and Argo CD, are formatted by a hook before each commit. Descriptions of
# custom resources with indented examples, and files of a ConfigMap, change with it; each commit brings a difference, and with
# a checksum in the template of a pod, a restart. A generator is safe with `|` and without blank lines at both ends.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
go get github.com/google/yamlfmt/cmd/yamlfmt@v0.21.0 2> /dev/null
go build -o yamlfmt github.com/google/yamlfmt/cmd/yamlfmt
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check PyYAML==6.0.4
cat > read.py <<'PY'
import json
import sys

import yaml

print(json.dumps(yaml.safe_load(open(sys.argv[1]))["text"]))
PY
value() {
  venv/bin/python read.py "$1"
}
: > seen.txt
for text in '|\n\n  a' '>\n  a\n    b\n  c' '>+\n  a\n' '|+\n  a\n' '>\n  a\n  b'; do
  printf "text: $text\n" > file.yaml
  cp file.yaml kept.yaml
  printf '%-18s  %-14s' "$text" "$(value file.yaml)" >> seen.txt
  ./yamlfmt file.yaml
  printf '  %-16s' "$(value file.yaml)" >> seen.txt
  ./yamlfmt file.yaml
  ./yamlfmt file.yaml
  printf '  %-20s' "$(value file.yaml)" >> seen.txt
  if ./yamlfmt -formatter retain_line_breaks=true kept.yaml 2> /dev/null; then value kept.yaml; else echo refused; fi |
    sed 's/^/  /' >> seen.txt
done
cat > expected.txt <<'TXT'
|\n\n  a            "\na\n"         "a\n"             "a\n"                 refused
>\n  a\n    b\n  c  "a\n  b\nc\n"   "a\n\n  b\nc\n"   "a\n\n\n\n  b\nc\n"   "a\n  b\nc\n"
>+\n  a\n           "a\n\n"         "a\n\n\n"         "a\n\n\n\n\n"         "a #magic___^_^___line\n"
|+\n  a\n           "a\n\n"         "a\n\n"           "a\n\n"               "a\n"
>\n  a\n  b         "a b\n"         "a b\n"           "a b\n"               "a b\n"
TXT
diff expected.txt seen.txt && echo "as described"
