#!/usr/bin/env bash
# Clients of Kubernetes refuse quantities that the server takes, such as 1.5Gi and 250n, and take some that it refuses.
#
# Versions: k8s.io/apimachinery v0.37.2 (the server reads with it), kubernetes 37.0.2 and lightkube 1.0.1 (PyPI),
# @kubernetes/client-node 1.4.0 (npm; the newest that starts on Node 20), seen 2026-11-30 on Python 3.11.7 and Node 20.20.2.
#
# Behaviour: each client has a reader of its own. That of JavaScript makes a BigInt of what is in front of the suffix, so that a
# fraction raises a SyntaxError; one pod with it makes `topPods` fail for the whole namespace. lightkube knows neither `n` and
# `u`, which measured values have, nor the exponent `E3`. The official client for Python leaves the digits to `Decimal`, which
# takes blanks, underscores and NaN, and it knows a suffix `K`.
#
# Output seen (the limit of memory of one pod):
#           server    kubernetes  lightkube   client-node
#   1536Mi  1536Mi    1610612736  1610612736  1610612736
#   1.5Gi   1536Mi    1610612736  1610612736  SyntaxError
#   250n    250n      2.50E-7     ValueError  2.5e-7
#   1E3     1E3       1000        ValueError  1000
#   1K      refused   1000        ValueError  Error
#   1_000   refused   1000        ValueError  Error
#   NaN     refused   NaN         ValueError  Error
#
# Why it matters: a check of generated limits by the client for Python passes `1K` (Kubernetes has `k` and `Ki` only), and the
# server refuses the manifest. A live limit that the server takes and keeps, 1.5 gibibytes of somebody else's pod, breaks a
# report that sums up limits. Whoever prints quantities is safe with whole numbers, `m`, `k`, `M`, `G` and `Ki`, `Mi`, `Gi`.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check kubernetes==37.0.2 lightkube==1.0.1
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund @kubernetes/client-node@1.4.0
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"fmt"
	"os"

	"k8s.io/apimachinery/pkg/api/resource"
)

func main() {
	for _, text := range os.Args[1:] {
		quantity, err := resource.ParseQuantity(text)
		if err != nil {
			fmt.Println("refused")
		} else {
			fmt.Println(quantity.String())
		}
	}
}
GO
cat > read.py <<'PY'
import sys

from kubernetes.utils import parse_quantity as kubernetes
from lightkube.utils.quantity import parse_quantity as lightkube


def read(reader, text):
    try:
        number = reader(text)
    except ValueError:
        return "ValueError"
    return int(number) if number == number and number >= 1 else number


for text in sys.argv[1:]:
    print(f"{read(kubernetes, text):<11} {read(lightkube, text)}")
PY
cat > read.js <<'JS'
import { topPods } from '@kubernetes/client-node';

for (const memory of process.argv.slice(2)) {
  const pod = { metadata: { name: 'web' }, spec: { containers: [{ name: 'web', resources: { limits: { memory } } }] } };
  const core = { listNamespacedPod: async () => ({ items: [pod] }) };
  try {
    const [{ Memory }] = await topPods(core, { getPodMetrics: async () => ({ items: [] }) }, 'shop');
    console.log(String(Memory.LimitTotal));
  } catch (error) {
    console.log(error.name);
  }
}
JS
go get k8s.io/apimachinery@v0.37.2 2> /dev/null
quantities=(1536Mi 1.5Gi 250n 1E3 1K 1_000 NaN)
paste <(printf '%-7s\n' "${quantities[@]}") <(go run -mod=mod read.go "${quantities[@]}" | xargs printf '%-9s\n') \
  <(venv/bin/python read.py "${quantities[@]}" | awk '{ printf "%-11s %-11s\n", $1, $2 }') \
  <(node read.js "${quantities[@]}") -d ' ' > seen.txt
cat > expected.txt <<'TXT'
1536Mi  1536Mi    1610612736  1610612736  1610612736
1.5Gi   1536Mi    1610612736  1610612736  SyntaxError
250n    250n      2.50E-7     ValueError  2.5e-7
1E3     1E3       1000        ValueError  1000
1K      refused   1000        ValueError  Error
1_000   refused   1000        ValueError  Error
NaN     refused   NaN         ValueError  Error
TXT
diff expected.txt seen.txt && echo "as described"
