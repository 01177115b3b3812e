#!/usr/bin/env bash
# kubectl and kustomize leave out a document that follows the mark `...` without a `---` of its own.
#
# Versions: k8s.io/apimachinery v0.37.2 (kubectl reads its files with it), sigs.k8s.io/kustomize/kyaml v0.21.2, js-yaml
# 5.5.0 (npm), PyYAML 6.0.4 (PyPI), seen 2026-11-29.
#
# Behaviour: `...` ends a document, and in YAML 1.2 the next one may begin at once; in YAML 1.1 it needs a `---`. js-yaml
# reads both documents, PyYAML and fabric8's client refuse the text. kubectl and kustomize do neither: they cut the text at
# lines that begin with `---` and read the first document of each piece; what follows `...` in it is not looked at. No
# error, no warning.
#
# Output seen:
#   js-yaml   first second
#   PyYAML    refused
#   kubectl   first
#   kustomize first
#
# Why it matters: files that end in `...`, as some style checkers want them, are often put together by `cat`, or by a
# template that includes them: all objects but the first of each piece are never applied, and a later deletion of what is
# "no longer there" removes the rest. Whoever joins manifests must write `---` in front of each, whatever is there already.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
for name in first second; do
  printf 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: %s\n...\n' "$name" > "$name.yaml"
done
cat first.yaml second.yaml > both.yaml
npm init -y > /dev/null
npm install --silent --no-audit --no-fund js-yaml@5.5.0 > /dev/null
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';

console.log('js-yaml  ', ...loadAll(readFileSync('both.yaml', 'utf8')).map((object) => object.metadata.name));
JS
node read.mjs > seen.txt
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check PyYAML==6.0.4
cat > read.py <<'PY'
import yaml

try:
    print("PyYAML   ", *[document["metadata"]["name"] for document in yaml.safe_load_all(open("both.yaml"))])
except yaml.YAMLError:
    print("PyYAML    refused")
PY
venv/bin/python read.py >> seen.txt
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/kustomize/kyaml/kio"
)

func kubectl(text string) (names []string) {
	decoder := yaml.NewYAMLOrJSONDecoder(strings.NewReader(text), 4096)
	for {
		var object metav1.PartialObjectMetadata
		err := decoder.Decode(&object)
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			panic(err)
		}
		names = append(names, object.Name)
	}
}

func kustomize(text string) (names []string) {
	nodes, err := (&kio.ByteReader{Reader: strings.NewReader(text)}).Read()
	if err != nil {
		panic(err)
	}
	for _, node := range nodes {
		names = append(names, node.GetName())
	}
	return names
}

func main() {
	text, err := os.ReadFile("both.yaml")
	if err != nil {
		panic(err)
	}
	fmt.Println("kubectl  ", strings.Join(kubectl(string(text)), " "))
	fmt.Println("kustomize", strings.Join(kustomize(string(text)), " "))
}
GO
go get k8s.io/apimachinery@v0.37.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 2> /dev/null
go run -mod=mod read.go >> seen.txt
cat > expected.txt <<'TXT'
js-yaml   first second
PyYAML    refused
kubectl   first
kustomize first
TXT
diff expected.txt seen.txt && echo "as described"
