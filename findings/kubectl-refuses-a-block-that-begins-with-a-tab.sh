#!/usr/bin/env bash
# kubectl and kustomize refuse a block of text whose first line begins with a tab, and Go's YAML printer makes such blocks.
#
# Versions: sigs.k8s.io/yaml v1.6.0 (kubectl reads with it), go.yaml.in/yaml/v3 v3.0.6, sigs.k8s.io/kustomize/kyaml v0.21.2,
# js-yaml 5.5.0 (npm), PyYAML 6.0.4 (PyPI), seen 2026-11-30 on Node 20.20.2 and Python 3.11.7.
#
# Behaviour: the blanks that a block (`|` or `>`) is indented by end where its text begins, so a tab behind them is text. js-yaml
# and PyYAML read it so. The readers of Go look for the indentation past the tab and refuse the whole file, with the remark
# that a tab stands where an indentation is expected. A tab in a later line does not matter, nor one in front of which there
# are blanks of the text. yaml v3 itself prints a text with such a tab in this form, and cannot read what it has printed.
#
# Output seen (a text of two lines, in a block; then what yaml v3 makes of a Go string):
#   "\tgo vet\n\tgo test\n"  js-yaml and PyYAML: as written  kubectl and kustomize: refused
#   "test:\n\tgo test\n"     js-yaml and PyYAML: as written  kubectl and kustomize: as written
#   the first, by yaml v3    js-yaml and PyYAML: as written  kubectl and kustomize: refused
#
# Why it matters: parts of makefiles, Go code and snippets for nginx begin with a tab, and a ConfigMap takes them. Programs in Go
# write manifests that no tool of Kubernetes reads, and generators whose output has been checked with another reader meet it
# at the deployment. A digit behind the bar (`|2`) helps; quotes do, too.
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

	v3 "go.yaml.in/yaml/v3"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	sigs "sigs.k8s.io/yaml"
)

func print(text string) {
	out, err := v3.Marshal(map[string]string{"part": text})
	if err != nil {
		panic(err)
	}
	if err := os.WriteFile("printed.yaml", out, 0o644); err != nil {
		panic(err)
	}
}

func main() {
	print("\tgo vet\n\tgo test\n")
	for _, file := range []string{"tab.yaml", "later.yaml", "digit.yaml", "printed.yaml"} {
		text, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		read := map[string]string{}
		if err := sigs.Unmarshal(text, &read); err != nil {
			fmt.Println(file, "kubectl refused")
		} else {
			fmt.Printf("%s kubectl %q\n", file, read["part"])
		}
		if node, err := kyaml.Parse(string(text)); err != nil {
			fmt.Println(file, "kustomize refused")
		} else {
			fmt.Printf("%s kustomize %q\n", file, kyaml.GetValue(node.Field("part").Value))
		}
	}
}
GO
go get sigs.k8s.io/yaml@v1.6.0 go.yaml.in/yaml/v3@v3.0.6 sigs.k8s.io/kustomize/kyaml@v0.21.2 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o read read.go
printf 'part: |\n  \tgo vet\n  \tgo test\n' > tab.yaml
printf 'part: |\n  test:\n  \tgo test\n' > later.yaml
printf 'part: |2\n  \tgo vet\n  \tgo test\n' > digit.yaml
./read > seen.txt
npm init -y > /dev/null
npm install --silent --no-audit --no-fund js-yaml@5.5.0 > /dev/null
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

for (const file of process.argv.slice(2)) console.log(file, 'js-yaml', JSON.stringify(load(readFileSync(file, 'utf8')).part));
JS
cat > read.py <<'PY'
import json
import sys

import yaml

for file in sys.argv[1:]:
    with open(file, newline="") as text:
        print(file, "PyYAML", json.dumps(yaml.safe_load(text)["part"]))
PY
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check PyYAML==6.0.4
node read.mjs tab.yaml later.yaml digit.yaml printed.yaml >> seen.txt
venv/bin/python read.py tab.yaml later.yaml digit.yaml printed.yaml >> seen.txt
sort -o seen.txt seen.txt
sort > expected.txt <<'TXT'
tab.yaml kubectl refused
tab.yaml kustomize refused
tab.yaml js-yaml "\tgo vet\n\tgo test\n"
tab.yaml PyYAML "\tgo vet\n\tgo test\n"
later.yaml kubectl "test:\n\tgo test\n"
later.yaml kustomize "test:\n\tgo test\n"
later.yaml js-yaml "test:\n\tgo test\n"
later.yaml PyYAML "test:\n\tgo test\n"
digit.yaml kubectl "\tgo vet\n\tgo test\n"
digit.yaml kustomize "\tgo vet\n\tgo test\n"
digit.yaml js-yaml "\tgo vet\n\tgo test\n"
digit.yaml PyYAML "\tgo vet\n\tgo test\n"
printed.yaml kubectl refused
printed.yaml kustomize refused
printed.yaml js-yaml "\tgo vet\n\tgo test\n"
printed.yaml PyYAML "\tgo vet\n\tgo test\n"
TXT
diff expected.txt seen.txt && echo "as described"
