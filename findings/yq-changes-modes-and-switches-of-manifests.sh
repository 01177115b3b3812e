#!/usr/bin/env bash
# yq makes 644 of the mode 0644 when it prints JSON, and prints the text `on` without quotes: kubectl reads other values.
#
# Versions: github.com/mikefarah/yq/v4 v4.54.3, sigs.k8s.io/yaml v1.6.0 (kubectl reads with it), seen 2026-11-30.
#
# Behaviour: kubectl follows YAML 1.1, where 0644 is octal and `on`, `yes` and `off` are booleans. yq does neither. To JSON,
# which has one kind of number, it prints 0644 as the decimal 644. From JSON, whose texts are texts, it prints `on` as it
# stands; it quotes `true`, `0644` and `1e3`, which it takes for something else itself. YAML to YAML keeps what is written.
#
# Output seen (what kubectl reads of the text, and of what yq has converted):
#   {mode: 0644}       {"mode":420}      yq -o json  {"mode":644}
#   {"trace": "on"}    {"trace":"on"}    yq -o yaml  {"trace":true}
#   {"trace": "true"}  {"trace":"true"}  yq -o yaml  {"trace":"true"}
#
# Why it matters: a pipeline that makes JSON of a manifest, to send it by curl or to change it by jq, sets `defaultMode` to 1204
# in octal digits, whose owner may not read the file. Values that a program has as JSON and yq prints for people
# give a variable that is a boolean, which the server refuses. Both come from a tool that is there "to convert only".
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > kubectl.go <<'GO'
package main

import (
	"fmt"
	"io"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		panic(err)
	}
	read, err := yaml.YAMLToJSON(text)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(read))
}
GO
go get github.com/mikefarah/yq/v4@v4.54.3 sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go build -o yq github.com/mikefarah/yq/v4
go build -o kubectl kubectl.go
compare() {
  printf '%-17s  %-16s  yq -o %s  %s\n' "$1" "$(./kubectl <<< "$1")" "$3" "$(./yq -p "$2" -o "$3" <<< "$1" | ./kubectl)"
}
{
  compare '{mode: 0644}' yaml json
  compare '{"trace": "on"}' json yaml
  compare '{"trace": "true"}' json yaml
} > seen.txt
cat > expected.txt <<'TXT'
{mode: 0644}       {"mode":420}      yq -o json  {"mode":644}
{"trace": "on"}    {"trace":"on"}    yq -o yaml  {"trace":true}
{"trace": "true"}  {"trace":"true"}  yq -o yaml  {"trace":"true"}
TXT
diff expected.txt seen.txt && echo "as described"
