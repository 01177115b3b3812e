#!/usr/bin/env bash
# docker-parse-image puts `library/` into the names of any registry, and a colon in front of a digest.
#
# Versions: docker-parse-image 3.0.1 (npm), github.com/distribution/reference v0.6.0 (Docker reads image names with it), seen
# 2026-12-01 on Node 20.20.2.
#
# Behaviour: `fullname` is the name with all that may be left out. On Docker Hub that is `library/` in front of a single word;
# the package puts it behind the host of every registry. A digest is taken for a tag, so that it comes back behind a colon,
# which no reader takes. Of three parts without a host the first one is a registry, and a host with three parts behind it
# raises a TypeError. Otherwise there is no error and no warning.
#
# Output seen (the name; the full name by Docker; the registry that the package finds, and `fullname`):
#   node                         docker.io/library/node:latest       none           library/node:latest
#   r.example.com/shop           r.example.com/shop:latest           r.example.com  r.example.com/library/shop:latest
#   node@DIGEST                  docker.io/library/node@DIGEST       none           library/node:DIGEST
#   team/shop/web                docker.io/team/shop/web:latest      team           team/shop/web:latest
#   r.example.com/team/shop/web  r.example.com/team/shop/web:latest  an error       TypeError
#
# Why it matters: what looks up newer tags of the images of generated manifests, or mirrors them, asks the company's registry for
# `library/shop`, which is not there, or is another image where the registry keeps those of Docker Hub as well. Names put
# together again with a digest are refused. By Docker's rules the first part is a host if it has a dot or a colon, or is
# `localhost`.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	_ "crypto/sha256"
	"fmt"
	"os"

	"github.com/distribution/reference"
)

func main() {
	for _, name := range os.Args[1:] {
		named, err := reference.ParseNormalizedNamed(name)
		if err != nil {
			panic(err)
		}
		fmt.Println(reference.TagNameOnly(named))
	}
}
GO
go get github.com/distribution/reference@v0.6.0 2> /dev/null
go build -o read read.go
npm init -y > /dev/null
npm install --silent --no-audit --no-fund docker-parse-image@3.0.1 > /dev/null
cat > read.cjs <<'JS'
const parse = require('docker-parse-image');

for (const name of process.argv.slice(2)) {
  try {
    const { registry, fullname } = parse(name);
    console.log(`${registry ?? 'none'}|${fullname}`);
  } catch (error) {
    console.log(`an error|${error.name}`);
  }
}
JS
digest=sha256:$(printf '0%.0s' {1..64})
names=(node r.example.com/shop "node@$digest" team/shop/web r.example.com/team/shop/web)
paste -d '|' <(printf '%s\n' "${names[@]}") <(./read "${names[@]}") <(node read.cjs "${names[@]}") | sed "s/$digest/DIGEST/g" |
  awk -F '|' '{ printf "%-27s  %-34s  %-13s  %s\n", $1, $2, $3, $4 }' > seen.txt
cat > expected.txt <<'TXT'
node                         docker.io/library/node:latest       none           library/node:latest
r.example.com/shop           r.example.com/shop:latest           r.example.com  r.example.com/library/shop:latest
node@DIGEST                  docker.io/library/node@DIGEST       none           library/node:DIGEST
team/shop/web                docker.io/team/shop/web:latest      team           team/shop/web:latest
r.example.com/team/shop/web  r.example.com/team/shop/web:latest  an error       TypeError
TXT
diff expected.txt seen.txt && echo "as described"
