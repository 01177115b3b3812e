#!/usr/bin/env bash
# kubectl takes texts for numbers that js-yaml and PyYAML, which quote what looks like a number, print without quotes.
#
# Versions: js-yaml 5.5.0 (npm), PyYAML 6.0.4 (PyPI), sigs.k8s.io/yaml v1.6.0 (kubectl reads with it), seen 2026-11-30 on Node
# 20.20.2 and Python 3.11.7.
#
# Behaviour: the reader of kubectl takes all underscores out of a text and asks Go whether the rest is a number. So it counts
# more than YAML 1.1 and 1.2 do, by whose rules the printers decide: underscores behind a leading zero or in front of an
# exponent, and the prefixes `0X`, `0O` in capitals. Both printers quote `1_000`, `0xFF` and `012`, which shows that they
# mean to. No error, no warning.
#
# Output seen (the text; as js-yaml prints it; as PyYAML does; what kubectl reads of both):
#   08_15_2024  08_15_2024  08_15_2024  8152024
#   0XFF        0XFF        0XFF        255
#   0O17        0O17        0O17        15
#   7e_1        7e_1        7e_1        70
#   1_0e3       1_0e3       1_0e3       10000
#   1_000       '1_000'     '1_000'     "1_000"
#
# Why it matters: dates, masks and names of versions look so. As a variable or an annotation the number is refused by the
# server; a chart or a program that puts it into a text makes `8.152024e+06` of it. Whoever prints YAML for Kubernetes has to
# quote all that begins with a digit, a sign or a dot, whatever the library says.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
texts=(08_15_2024 0XFF 0O17 7e_1 1_0e3 1_000)
npm init -y > /dev/null
npm install --silent --no-audit --no-fund js-yaml@5.5.0 > /dev/null
cat > print.mjs <<'JS'
import { dump } from 'js-yaml';

process.stdout.write(dump(process.argv.slice(2)));
JS
node print.mjs "${texts[@]}" > js-yaml.yaml
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check PyYAML==6.0.4
venv/bin/python -c 'import sys, yaml; print(yaml.safe_dump(sys.argv[1:]), end="")' "${texts[@]}" > pyyaml.yaml
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	for _, file := range os.Args[1:] {
		text, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		asJSON, err := yaml.YAMLToJSON(text)
		if err != nil {
			panic(err)
		}
		var values []json.RawMessage
		if err := json.Unmarshal(asJSON, &values); err != nil {
			panic(err)
		}
		for _, value := range values {
			fmt.Println(string(value))
		}
	}
}
GO
go get sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go build -o read read.go
./read js-yaml.yaml > js-yaml.txt
./read pyyaml.yaml > pyyaml.txt
diff js-yaml.txt pyyaml.txt
paste -d ' ' <(printf '%s\n' "${texts[@]}") <(cut -c3- js-yaml.yaml) <(cut -c3- pyyaml.yaml) js-yaml.txt > seen.txt
cat > expected.txt <<'TXT'
08_15_2024 08_15_2024 08_15_2024 8152024
0XFF 0XFF 0XFF 255
0O17 0O17 0O17 15
7e_1 7e_1 7e_1 70
1_0e3 1_0e3 1_0e3 10000
1_000 '1_000' '1_000' "1_000"
TXT
diff expected.txt seen.txt && echo "as described"
