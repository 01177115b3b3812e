#!/usr/bin/env bash
# The names that cdk8s makes of ids, "DNS labels" by its own word, may have underscores and dots, which no label may have.
#
# Versions: cdk8s 2.70.106 with constructs 10.8.1 (npm), k8s.io/apimachinery v0.37.2, seen 2026-11-30 on Node 20.20.2.
#
# Behaviour: an object without a name gets one of its path, by `Names.toDnsLabel`: capitals become small, blanks and signs such
# as `@`, `+` and letters with accents are dropped, a long one is cut, and a hash makes it unique. Underscores and dots are left,
# though labels of DNS (RFC 1123) have neither, and names of objects no underscores. cdk8s says nothing; the validation of
# Kubernetes, and so the server, refuses them. A dot is good for a ConfigMap and bad for a Service or a Namespace.
#
# Output seen (the id; the name; whether it is a label; whether it is a subdomain, as names of most objects are):
#   Shop Web  shop-shopweb-c8bdbc83   label true   subdomain true
#   web@2     shop-web2-c8cade63      label true   subdomain true
#   shop_web  shop-shop_web-c822f031  label false  subdomain false
#   web.js    shop-web.js-c85ad416    label false  subdomain true
#
# Why it matters: ids are made of names of files, of branches and of jobs, where these two are common. All tests pass, since what
# is wrong is not in what they compare, and `kubectl apply` stops at the first such object, with others already changed.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund cdk8s@2.70.106 constructs@10.8.1 > /dev/null
cat > names.mjs <<'JS'
import { ApiObject, App, Chart } from 'cdk8s';

const chart = new Chart(new App(), 'shop');
for (const id of process.argv.slice(2)) console.log(new ApiObject(chart, id, { apiVersion: 'v1', kind: 'Service' }).name);
JS
ids=('Shop Web' web@2 shop_web web.js)
node names.mjs "${ids[@]}" > names.txt
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > check.go <<'GO'
package main

import (
	"fmt"
	"os"

	"k8s.io/apimachinery/pkg/util/validation"
)

func main() {
	for _, name := range os.Args[1:] {
		label, subdomain := validation.IsDNS1123Label(name), validation.IsDNS1123Subdomain(name)
		fmt.Printf("%-22s  label %-5t  subdomain %t\n", name, len(label) == 0, len(subdomain) == 0)
	}
}
GO
go get k8s.io/apimachinery@v0.37.2 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o check check.go
mapfile -t names < names.txt
paste -d ' ' <(printf '%-9s\n' "${ids[@]}") <(./check "${names[@]}") > seen.txt
cat > expected.txt <<'TXT'
Shop Web  shop-shopweb-c8bdbc83   label true   subdomain true
web@2     shop-web2-c8cade63      label true   subdomain true
shop_web  shop-shop_web-c822f031  label false  subdomain false
web.js    shop-web.js-c85ad416    label false  subdomain true
TXT
diff expected.txt seen.txt && echo "as described"
