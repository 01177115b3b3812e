#!/usr/bin/env bash
# yaml-set, told to put 1.20 in the place of "1.10", drops the quotes and the digit: the image is tagged 1.2.
#
# Versions: yamlpath 3.9.1 with ruamel.yaml 0.19.1 (PyPI), sigs.k8s.io/yaml v1.6.0 (kubectl reads its files with it), seen
# 2026-12-01 on Python 3.11.7.
#
# Behaviour: `yaml-set` changes one value of a file and keeps comments and the style of what is left. The value of `--value` is a
# number if Python can make one of it, whatever it replaces, and is printed anew as one. So a zero at the end is lost, a short
# hash of digits and an `e` is counted out, underscores vanish, and `4.0` gets a tag. Leading zeros and prefixes are kept as
# texts in quotes; `on` is a text to it and written without them. `--format dquote` keeps the value. Exit code 0, no warning.
#
# Output seen (the value for `tag: "1.10"`; what is in the file; what kubectl reads):
#   1.20       tag: 1.2                    1.2
#   4.0        tag: !!float '4'            4
#   12e5       tag: 120000.000000          120000
#   1_000      tag: 1000                   1000
#   on         tag: on                     true
#   0644       tag: '0644'                 "0644"
#   1.20.1     tag: 1.20.1                 "1.20.1"
#   1.20       tag: "1.20"                 "1.20"     with --format dquote
#
# Why it matters: pipelines set the tag of an image or the version of a chart in files of Kubernetes by such a command after each
# build. It works for 1.19 and 1.20.1, and makes 1.2 of 1.20. A hash such as 12e5 comes once in a while, and what is written for it
# is not even its own number, but a tenth of it. Later zeros and hashes are the rare ones, so that a trial does not show it.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check yamlpath==3.9.1 ruamel.yaml==0.19.1
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	text, err := os.ReadFile("image.yaml")
	if err != nil {
		panic(err)
	}
	var object map[string]any
	if err := yaml.Unmarshal(text, &object); err != nil {
		panic(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(object["tag"]); err != nil {
		panic(err)
	}
}
GO
go mod init surprise 2> /dev/null
go get sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go build -o read . 2> /dev/null
put() {
  printf -- '---\ntag: "1.10"\n' > image.yaml
  venv/bin/yaml-set --nostdin --change tag --value "$@" image.yaml
  printf '%-10s %-27s %s\n' "$1" "$(grep tag image.yaml)" "$(./read)"
}
{
  for value in 1.20 4.0 12e5 1_000 on 0644 1.20.1; do put "$value"; done
  put 1.20 --format dquote
} > seen.txt
cat > expected.txt <<'TXT'
1.20       tag: 1.2                    1.2
4.0        tag: !!float '4'            4
12e5       tag: 120000.000000          120000
1_000      tag: 1000                   1000
on         tag: on                     true
0644       tag: '0644'                 "0644"
1.20.1     tag: 1.20.1                 "1.20.1"
1.20       tag: "1.20"                 "1.20"
TXT
diff expected.txt seen.txt && echo "as described"
