#!/usr/bin/env bash
# Of several JSON objects in one file kubectl applies all, and kustomize builds the first.
#
# Versions: k8s.io/apimachinery v0.37.2 (kubectl reads its files with it), sigs.k8s.io/kustomize/api v0.21.2 with kyaml v0.21.2,
# seen 2026-11-30.
#
# Behaviour: objects one after the other, each on a line or over several, are what `jq`, `kubectl get -o json` in a loop and
# logs print. kubectl sees that the file begins with a brace and reads one object after the other. kustomize reads YAML,
# where the second object is an error, but it looks at no more than the first document of each piece between `---`.
# No error, no warning. With `---` between them both read all.
#
# Output seen (two ConfigMaps, `first` and `second`, in one file):
#   a line each      kubectl first second   kustomize first
#   over lines       kubectl first second   kustomize first
#   `---` between    kubectl first second   kustomize first second
#
# Why it matters: a program that writes its objects by `JSON.stringify` line by line is tested with `kubectl apply -f` and works.
# Once its file is listed in a kustomization, for a label or a namespace, only the first object is deployed; with pruning, the
# others are deleted. A `List`, or `---` between the objects, is read by both.
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
	"errors"
	"fmt"
	"io"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

func kubectl(text string) string {
	var names []string
	for decoder := yaml.NewYAMLOrJSONDecoder(strings.NewReader(text), 4096); ; {
		var object unstructured.Unstructured
		if err := decoder.Decode(&object); errors.Is(err, io.EOF) {
			return strings.Join(names, " ")
		} else if err != nil {
			return "refused"
		}
		names = append(names, object.GetName())
	}
}

func kustomize(text string) string {
	files := filesys.MakeFsInMemory()
	files.WriteFile("/app/kustomization.yaml", []byte("resources: [objects.json]\n"))
	files.WriteFile("/app/objects.json", []byte(text))
	built, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/app")
	if err != nil {
		return "refused"
	}
	var names []string
	for _, object := range built.Resources() {
		names = append(names, object.GetName())
	}
	return strings.Join(names, " ")
}

func main() {
	object := func(name, lines string) string {
		text := `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"` + name + `"}}`
		return strings.ReplaceAll(text, ",", ","+lines) + "\n"
	}
	for _, file := range [][2]string{
		{"a line each", object("first", "") + object("second", "")},
		{"over lines", object("first", "\n  ") + object("second", "\n  ")},
		{"`---` between", object("first", "") + "---\n" + object("second", "")},
	} {
		fmt.Printf("%-15s  kubectl %-13s  kustomize %s\n", file[0], kubectl(file[1]), kustomize(file[1]))
	}
}
GO
go get k8s.io/apimachinery@v0.37.2 sigs.k8s.io/kustomize/api@v0.21.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o read read.go
./read > seen.txt
cat > expected.txt <<'TXT'
a line each      kubectl first second   kustomize first
over lines       kubectl first second   kustomize first
`---` between    kubectl first second   kustomize first second
TXT
diff expected.txt seen.txt && echo "as described"
