#!/usr/bin/env bash
# dyff, which tells "1" from 1 and "true" from true, sees no change where `on` or `yes` has lost its quotes.
#
# Versions: github.com/homeport/dyff v1.12.0 (its YAML is that of go.yaml.in/yaml/v3 v3.0.4), sigs.k8s.io/yaml v1.6.0 (kubectl
# reads its files with it), seen 2026-12-01.
#
# Behaviour: the comparison is one of types, too: a text that becomes a number, a date, null, `true` or `False` is told as a change
# of type. Words for true and false that only YAML 1.1 has are texts to it, with and without quotes, as values and as keys; it
# prints nothing and exits with 0 where `-s` asks for 1. kubectl takes the same words for true and false, so that the two files
# are two objects. Underscores and old octals, which are from YAML 1.1 as well, are numbers to both.
#
# Output seen (the value in the old and in the new file; exit code of `dyff between -s`; what kubectl reads):
#   "true"     true     dyff 1  kubectl "true"  -> true
#   "on"       on       dyff 0  kubectl "on"    -> true
#   "yes"      yes      dyff 0  kubectl "yes"   -> true
#   "Off"      Off      dyff 0  kubectl "Off"   -> false
#   "no"       no       dyff 0  kubectl "no"    -> false
#   no         false    dyff 1  kubectl false   -> false
#   "010"      010      dyff 1  kubectl "010"   -> 8
#   "1_000"    1_000    dyff 1  kubectl "1_000" -> 1000
#
# Why it matters: dyff is there to show what a new generator, chart or formatter makes of the same specs, and quotes are what such a
# change loses most often. A variable or a label that says "no" or "on" turns into false or true, which the server refuses for a
# text and takes for a field without a schema; the comparison that was to find it says that nothing has changed. It warns,
# on the other hand, of `no` that becomes `false`, which is the same to kubectl.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
GOBIN=$work go install github.com/homeport/dyff/cmd/dyff@v1.12.0 2> /dev/null
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var object struct {
		Spec map[string]any `json:"spec"`
	}
	if err := yaml.Unmarshal(text, &object); err != nil {
		panic(err)
	}
	fmt.Printf("%#v", object.Spec["value"])
}
GO
go mod init surprise 2> /dev/null
go get sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go build -o read . 2> /dev/null
compare() {
  for side in old new; do
    [ "$side" = old ] && value=$1 || value=$2
    printf 'apiVersion: example.com/v1\nkind: Shop\nmetadata:\n  name: shop\nspec:\n  value: %s\n' "$value" > "$side.yaml"
  done
  ./dyff between -s old.yaml new.yaml > /dev/null && code=0 || code=$?
  printf '%-10s %-8s dyff %s  kubectl %-7s -> %s\n' "$1" "$2" "$code" "$(./read old.yaml)" "$(./read new.yaml)"
}
{
  compare '"true"' true
  compare '"on"' on
  compare '"yes"' yes
  compare '"Off"' Off
  compare '"no"' no
  compare no false
  compare '"010"' 010
  compare '"1_000"' 1_000
} > seen.txt
cat > expected.txt <<'TXT'
"true"     true     dyff 1  kubectl "true"  -> true
"on"       on       dyff 0  kubectl "on"    -> true
"yes"      yes      dyff 0  kubectl "yes"   -> true
"Off"      Off      dyff 0  kubectl "Off"   -> false
"no"       no       dyff 0  kubectl "no"    -> false
no         false    dyff 1  kubectl false   -> false
"010"      010      dyff 1  kubectl "010"   -> 8
"1_000"    1_000    dyff 1  kubectl "1_000" -> 1000
TXT
diff expected.txt seen.txt && echo "as described"
