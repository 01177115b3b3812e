#!/usr/bin/env bash
# kustomize takes the quotes off a literal of a generator, but not off a line of an env file.
#
# Versions: sigs.k8s.io/kustomize/api v0.21.2 with kyaml v0.21.2, seen 2026-11-29.
#
# Behaviour: `literals` of configMapGenerator and secretGenerator are in a YAML file, where quotes are already done with.
# Still, if a value begins and ends with the same quotation mark, both marks are cut off, once, even where they belong to
# two different words. A value of one mark alone stays. The same line in a file of `envs` keeps its quotes, as does a
# value from `files`.
#
# Output seen (the value; from literals; from envs):
#   "on"            on            "on"
#   'on'            on            'on'
#   '"on"'          "on"          '"on"'
#   "a b" "c d"     a b" "c d     "a b" "c d"
#   -x "a b"        -x "a b"      -x "a b"
#   "               "             "
#
# Why it matters: options of a JVM and JSON texts begin and end with quotes. `OPTS="-Da=b c" "-Dd"` arrives with an unclosed
# quote and the shell that reads it fails; a JSON text `"on"` is no JSON any more. A generator cannot quote "to be safe",
# and moving values between `literals` and `envs` changes them. Two pairs of quotes in `literals` give one.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > quotes.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/yaml"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func generated(value string) (literal, env string) {
	files := filesys.MakeFsInMemory()
	kustomization := string(must(json.Marshal(map[string]any{"configMapGenerator": []any{map[string]any{
		"name": "options", "literals": []string{"LITERAL=" + value}, "envs": []string{"options.env"},
	}}})))
	for name, text := range map[string]string{"kustomization.yaml": kustomization, "options.env": "ENV=" + value + "\n"} {
		if err := files.WriteFile("/app/"+name, []byte(text)); err != nil {
			panic(err)
		}
	}
	built := must(must(krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/app")).AsYaml())
	var read struct {
		Data map[string]string `json:"data"`
	}
	if err := yaml.Unmarshal(built, &read); err != nil {
		panic(err)
	}
	return read.Data["LITERAL"], read.Data["ENV"]
}

func main() {
	for _, value := range []string{`"on"`, `'on'`, `'"on"'`, `"a b" "c d"`, `-x "a b"`, `"`} {
		literal, env := generated(value)
		fmt.Printf("%-14s  %-12s  %s\n", value, literal, env)
	}
}
GO
go get sigs.k8s.io/kustomize/api@v0.21.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go run -mod=mod quotes.go > seen.txt
cat > expected.txt <<'TXT'
"on"            on            "on"
'on'            on            'on'
'"on"'          "on"          '"on"'
"a b" "c d"     a b" "c d     "a b" "c d"
-x "a b"        -x "a b"      -x "a b"
"               "             "
TXT
diff expected.txt seen.txt && echo "as described"
