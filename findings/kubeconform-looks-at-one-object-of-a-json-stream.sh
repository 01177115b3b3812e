#!/usr/bin/env bash
# kubeconform looks at the first of several JSON objects in a file, counts one, and says that all is valid.
#
# Versions: github.com/yannh/kubeconform v0.8.0, k8s.io/apimachinery v0.37.2 (kubectl reads its files with it), seen 2026-12-01.
#
# Behaviour: a file is cut at lines of `---`, and of each piece the first value is read; what follows is not looked at. Objects of
# JSON need no such lines between them, and kubectl reads them all, also in a file whose name ends in `.yaml`. What stands on the
# line of a `---` is YAML, too: kubectl refuses the file, kubeconform drops the object. The exit code is 0, with `-strict` as
# well, and the summary speaks of one resource. Separated by `---`, or as items of a List, each object is looked at.
#
# Output seen (how two ConfigMaps stand in a file, the second with a number in `data`; the names that kubectl reads; kubeconform):
#   one after the other, .json  kubectl first second  kubeconform 1 valid 0 invalid, exit code 0
#   one after the other, .yaml  kubectl first second  kubeconform 1 valid 0 invalid, exit code 0
#   on the line of a ---        kubectl first refused  kubeconform 1 valid 0 invalid, exit code 0
#   with --- between them       kubectl first second  kubeconform 1 valid 1 invalid, exit code 1
#   in a List                   kubectl first second  kubeconform 1 valid 1 invalid, exit code 1
#
# Why it matters: `jq -c '.items[]'`, programs that print one object a line, and `cat a.json b.json` give such files, and they are
# applied as they should be. The check of a pipeline passes whatever is in the second object and those behind it, and nobody
# reads the count. A generator is looked at as a whole when it prints a List, or YAML with `---`.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
mkdir kubeconform kubectl
cat > kubeconform/go.mod <<'MOD'
module finding

go 1.26.0
MOD
cp kubeconform/go.mod kubectl
(
  cd kubeconform
  go get github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0 2> /dev/null
  go build -o ../check github.com/yannh/kubeconform/cmd/kubeconform
)
cat > kubectl/read.go <<'GO'
package main

import (
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	documents := yaml.NewYAMLOrJSONDecoder(file, 4096)
	for {
		var object unstructured.Unstructured
		err := documents.Decode(&object.Object)
		if err == io.EOF {
			return
		}
		if err != nil {
			fmt.Println("refused")
			return
		}
		if object.IsList() {
			err := object.EachListItem(func(item runtime.Object) error {
				fmt.Println(item.(*unstructured.Unstructured).GetName())
				return nil
			})
			if err != nil {
				panic(err)
			}
			continue
		}
		fmt.Println(object.GetName())
	}
}
GO
(
  cd kubectl
  go get k8s.io/apimachinery/pkg/apis/meta/v1/unstructured@v0.37.2 2> /dev/null
  go mod tidy > /dev/null 2>&1
  go build -o ../read read.go
)
cat > configmap-v1.json <<'JSON'
{
  "type": "object",
  "properties": { "data": { "type": "object", "additionalProperties": { "type": "string" } } }
}
JSON
good='{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"first"},"data":{"port":"80"}}'
bad='{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"second"},"data":{"port":80}}'
# Prints what both make of a file.
both() {
  local code=0
  ./check -strict -summary -output json -schema-location '{{ .ResourceKind }}{{ .KindSuffix }}.json' "$2" > checked.json || code=$?
  printf '%-26s  kubectl %-12s  kubeconform %s, exit code %s\n' "$1" "$(./read "$2" | paste -sd ' ')" \
    "$(python3 -c 'import json; s = json.load(open("checked.json"))["summary"]; print(s["valid"], "valid", s["invalid"], "invalid")')" "$code"
}
printf '%s\n%s\n' "$good" "$bad" > stream.json
cp stream.json stream.yaml
printf '%s\n--- %s\n' "$good" "$bad" > line.yaml
printf '%s\n---\n%s\n' "$good" "$bad" > marks.yaml
printf '{"apiVersion":"v1","kind":"List","items":[%s,%s]}\n' "$good" "$bad" > list.json
{
  both 'one after the other, .json' stream.json
  both 'one after the other, .yaml' stream.yaml
  both 'on the line of a ---' line.yaml
  both 'with --- between them' marks.yaml
  both 'in a List' list.json
} > seen.txt
cat > expected.txt <<'TXT'
one after the other, .json  kubectl first second  kubeconform 1 valid 0 invalid, exit code 0
one after the other, .yaml  kubectl first second  kubeconform 1 valid 0 invalid, exit code 0
on the line of a ---        kubectl first refused  kubeconform 1 valid 0 invalid, exit code 0
with --- between them       kubectl first second  kubeconform 1 valid 1 invalid, exit code 1
in a List                   kubectl first second  kubeconform 1 valid 1 invalid, exit code 1
TXT
diff expected.txt seen.txt && echo "as described"
