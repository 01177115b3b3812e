#!/usr/bin/env bash
# The JSON Patch of Kubernetes and kustomize makes a field that it is to replace, and reads a path without its first slash.
#
# Versions: gopkg.in/evanphx/json-patch.v4 v4.13.0 (k8s.io/apimachinery and k8s.io/kubectl v0.37.2 want this one, too) by way of
# sigs.k8s.io/kustomize/api v0.21.2 with kyaml v0.21.2; the others are github.com/evanphx/json-patch/v5 v5.9.11,
# fast-json-patch 3.1.1 (npm) and jsonpatch 1.33 (PyPI), seen 2026-12-01 on Node 20.20.2 and Python 3.11.7.
#
# Behaviour: what `replace` names has to be there (RFC 6902, section 4.3), which is why one writes `replace` and not `add`. Here
# a field that is not there is made. A path begins with a slash (RFC 6901, section 3); without it, the first word is dropped,
# and a field is made beside `spec`. A `replace` without a value gives null. No error, no warning. The next major version of
# the package has mended all but `add` without a slash.
#
# Output seen (the operation on {"spec":{"ports":[80,81],"replicas":1}}; DONE is what one expects of the last one):
#   {"op":"replace","path":"/spec/replica","value":3}
#     kustomize {"spec":{"ports":[80,81],"replica":3,"replicas":1}}
#     others    refused refused refused
#   {"op":"replace","path":"spec/replicas","value":3}
#     kustomize {"replicas":3,"spec":{"ports":[80,81],"replicas":1}}
#     others    refused refused refused
#   {"op":"add","path":"spec/replicas","value":3}
#     kustomize {"replicas":3,"spec":{"ports":[80,81],"replicas":1}}
#     others    {"replicas":3,"spec":{"ports":[80,81],"replicas":1}} refused refused
#   {"op":"replace","path":"/spec/replicas"}
#     kustomize {"spec":{"ports":[80,81],"replicas":null}}
#     others    refused refused refused
#   {"op":"replace","path":"/spec/replicas","value":3}
#     kustomize DONE
#     others    DONE DONE DONE
#
# Why it matters: patches in overlays name fields of generated manifests. When a generator renames a field or leaves it out, the
# patch goes on as if it had worked, and the value that counts stays; what the server does with the other field depends on
# its kind. A check of the patch by another library refuses what is deployed. A `test` in front of `replace` finds it.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > operations.txt <<'TXT'
{"op":"replace","path":"/spec/replica","value":3}
{"op":"replace","path":"spec/replicas","value":3}
{"op":"add","path":"spec/replicas","value":3}
{"op":"replace","path":"/spec/replicas"}
{"op":"replace","path":"/spec/replicas","value":3}
TXT
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > patch.go <<'GO'
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	patch "github.com/evanphx/json-patch/v5"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

const document = `{"spec":{"ports":[80,81],"replicas":1}}`

func kustomize(operation string) ([]byte, error) {
	files := filesys.MakeFsInMemory()
	files.WriteFile("/app/kustomization.yaml", []byte("resources: [tool.yaml]\npatches: [{path: patch.json, target: {kind: Tool}}]\n"))
	files.WriteFile("/app/patch.json", []byte("["+operation+"]"))
	files.WriteFile("/app/tool.yaml", []byte(`{"apiVersion":"example.com/v1","kind":"Tool","metadata":{"name":"a"},`+document[1:]))
	built, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/app")
	if err != nil {
		return nil, err
	}
	fields, err := built.Resources()[0].Map()
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"apiVersion", "kind", "metadata"} {
		delete(fields, name)
	}
	return json.Marshal(fields)
}

func next(operation string) ([]byte, error) {
	decoded, err := patch.DecodePatch([]byte("[" + operation + "]"))
	if err != nil {
		return nil, err
	}
	patched, err := decoded.Apply([]byte(document))
	if err != nil {
		return nil, err
	}
	var fields any
	if err := json.Unmarshal(patched, &fields); err != nil {
		return nil, err
	}
	return json.Marshal(fields)
}

func main() {
	apply := map[string]func(string) ([]byte, error){"kustomize": kustomize, "next": next}[os.Args[1]]
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		result, err := apply(lines.Text())
		if err != nil {
			result = []byte("refused")
		}
		fmt.Println(string(result))
	}
}
GO
go get sigs.k8s.io/kustomize/api@v0.21.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 github.com/evanphx/json-patch/v5@v5.9.11 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o patch patch.go
npm init -y > /dev/null
npm install --silent --no-audit --no-fund fast-json-patch@3.1.1 > /dev/null
cat > patch.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { applyPatch } = require('fast-json-patch');

for (const line of readFileSync(0, 'utf8').trim().split('\n')) {
  const document = { spec: { ports: [80, 81], replicas: 1 } };
  try {
    console.log(JSON.stringify(applyPatch(document, [JSON.parse(line)], true).newDocument));
  } catch {
    console.log('refused');
  }
}
JS
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jsonpatch==1.33
cat > patch.py <<'PY'
import json
import sys

import jsonpatch

for line in sys.stdin:
    document = {"spec": {"ports": [80, 81], "replicas": 1}}
    try:
        patched = jsonpatch.apply_patch(document, [json.loads(line)])
        print(json.dumps(patched, separators=(",", ":"), sort_keys=True))
    except Exception:
        print("refused")
PY
while IFS= read -r operation; do
  made=$(./patch kustomize <<< "$operation")
  others=$(printf '%s ' "$(./patch next <<< "$operation")" "$(node patch.cjs <<< "$operation")" \
    "$(venv/bin/python patch.py <<< "$operation")")
  printf '%s\n  kustomize %s\n  others    %s\n' "$operation" "$made" "${others% }"
done < operations.txt | sed 's/{"spec":{"ports":\[80,81\],"replicas":3}}/DONE/g' > seen.txt
cat > expected.txt <<'TXT'
{"op":"replace","path":"/spec/replica","value":3}
  kustomize {"spec":{"ports":[80,81],"replica":3,"replicas":1}}
  others    refused refused refused
{"op":"replace","path":"spec/replicas","value":3}
  kustomize {"replicas":3,"spec":{"ports":[80,81],"replicas":1}}
  others    refused refused refused
{"op":"add","path":"spec/replicas","value":3}
  kustomize {"replicas":3,"spec":{"ports":[80,81],"replicas":1}}
  others    {"replicas":3,"spec":{"ports":[80,81],"replicas":1}} refused refused
{"op":"replace","path":"/spec/replicas"}
  kustomize {"spec":{"ports":[80,81],"replicas":null}}
  others    refused refused refused
{"op":"replace","path":"/spec/replicas","value":3}
  kustomize DONE
  others    DONE DONE DONE
TXT
diff expected.txt seen.txt && echo "as described"
