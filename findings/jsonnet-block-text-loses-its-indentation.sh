#!/usr/bin/env bash
# Jsonnet's std.manifestYamlDoc prints a text of several lines as a block without saying how far it is indented.
#
# Versions: github.com/google/go-jsonnet v0.22.0, sigs.k8s.io/yaml v1.6.0, seen 2026-11-29.
#
# Behaviour: a text that ends in a line break becomes a `|` block, whatever is in it. YAML takes the indentation of the
# first line for that of the block unless a digit says otherwise. If all lines are indented, the indentation is silently
# gone; if only the first ones are, the document cannot be read. `|` without `+` drops blank lines at the end, and CR LF
# is printed raw and read as LF. A text without a line break at the end is quoted and arrives.
#
# Output seen (a text, and what arrives):
#   "  a\n  b\n" -> "a\nb\n"
#   "  a\nb\n" -> refused
#   "a\n\n\n" -> "a\n"
#   "a\r\nb\r\n" -> "a\nb\n"
#   "\n" -> ""
#   "a\n  b\n" -> "a\n  b\n"
#   "  a\n  b" -> "  a\n  b"
#
# Why it matters: tools for Kubernetes in Jsonnet put files into ConfigMaps by `importstr` and this function. A fragment of
# Python or YAML that is to be included elsewhere, or a file with CR LF, is mounted with other contents; a banner with an
# indented first line stops the deployment of all that stands in the same document. JSON (`std.manifestJsonEx`), which is
# YAML, too, arrives unchanged.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.24
MOD
cat > block.go <<'GO'
package main

import (
	"fmt"

	"github.com/google/go-jsonnet"
	"sigs.k8s.io/yaml"
)

const (
	asYAML = "std.manifestYamlDoc({data: {file: std.extVar('text')}})"
	asJSON = "std.manifestJsonEx({data: {file: std.extVar('text')}}, '  ')"
)

func arrives(text, printer string) string {
	vm := jsonnet.MakeVM()
	vm.StringOutput = true
	vm.ExtVar("text", text)
	printed, err := vm.EvaluateAnonymousSnippet("map.jsonnet", printer)
	if err != nil {
		panic(err)
	}
	var read struct {
		Data map[string]string `json:"data"`
	}
	if yaml.Unmarshal([]byte(printed), &read) != nil {
		return "refused"
	}
	return fmt.Sprintf("%q", read.Data["file"])
}

func main() {
	for _, text := range []string{"  a\n  b\n", "  a\nb\n", "a\n\n\n", "a\r\nb\r\n", "\n", "a\n  b\n", "  a\n  b"} {
		fmt.Printf("%q -> %s\n", text, arrives(text, asYAML))
		if arrives(text, asJSON) != fmt.Sprintf("%q", text) {
			fmt.Printf("%q is changed by JSON\n", text)
		}
	}
}
GO
go get github.com/google/go-jsonnet@v0.22.0 sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go run -mod=mod block.go > seen.txt
cat > expected.txt <<'TXT'
"  a\n  b\n" -> "a\nb\n"
"  a\nb\n" -> refused
"a\n\n\n" -> "a\n"
"a\r\nb\r\n" -> "a\nb\n"
"\n" -> ""
"a\n  b\n" -> "a\n  b\n"
"  a\n  b" -> "  a\n  b"
TXT
diff expected.txt seen.txt && echo "as described"
