#!/usr/bin/env bash
# kustomize makes a point in time of a text that looks like a day, everywhere but in annotations.
#
# Versions: sigs.k8s.io/kustomize/api v0.21.2 with kyaml v0.21.2, sigs.k8s.io/yaml v1.6.0 (kubectl reads with it), js-yaml 5.5.0
# (npm), seen 2026-11-30 on Node 20.20.2.
#
# Behaviour: a plain `2024-01-05` is a date to YAML 1.1. kubectl reads a text, as Kubernetes has no dates. kustomize reads a
# point in time and prints it as a text of another form: values of variables, arguments, labels, data and fields of
# custom resources all get `T00:00:00Z`, while annotations beside them stay. Month and day may have one digit, and so may a
# time behind them: forms that printers of YAML, such as js-yaml, do not count as dates and leave without quotes.
#
# Output seen (the text as js-yaml prints it; the label; the annotation; the variable):
#   '2024-01-05'    kubectl    2024-01-05 2024-01-05 2024-01-05
#   '2024-01-05'    kustomize  2024-01-05 2024-01-05 2024-01-05
#   2024-1-5        kubectl    2024-1-5 2024-1-5 2024-1-5
#   2024-1-5        kustomize  2024-01-05T00:00:00Z 2024-1-5 2024-01-05T00:00:00Z
#   by hand, plain  kubectl    2024-01-05 2024-01-05 2024-01-05
#   by hand, plain  kustomize  2024-01-05T00:00:00Z 2024-01-05 2024-01-05T00:00:00Z
#
# Why it matters: versions by the calendar are such texts. The value of a label with colons is refused by the server, a selector
# changes, and a program gets a time where it expects a day. `kubectl apply -f` of the same files is right, so it shows only in
# an overlay. A generator has to quote whatever begins with a year.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund js-yaml@5.5.0 > /dev/null
cat > print.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { dump } from 'js-yaml';

const pod = (since) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', labels: { since }, annotations: { since } },
  spec: { containers: [{ name: 'web', image: 'web', env: [{ name: 'SINCE', value: since }] }] },
});
for (const since of ['2024-01-05', '2024-1-5']) writeFileSync(`${dump(since).trim()}.yaml`, dump(pod(since)));
writeFileSync('by hand, plain.yaml', dump(pod('2024-01-05')).replaceAll("'", ''));
JS
node print.mjs
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > build.go <<'GO'
package main

import (
	"fmt"
	"os"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/yaml"
)

type pod struct {
	Metadata struct{ Labels, Annotations struct{ Since string } }
	Spec     struct{ Containers []struct{ Env []struct{ Value string } } }
}

func show(file, reader string, text []byte) {
	var read pod
	if err := yaml.Unmarshal(text, &read); err != nil {
		panic(err)
	}
	fmt.Printf("%-14s  %-9s  %s %s %s\n", file, reader, read.Metadata.Labels.Since, read.Metadata.Annotations.Since,
		read.Spec.Containers[0].Env[0].Value)
}

func main() {
	for _, file := range os.Args[1:] {
		text, err := os.ReadFile(file + ".yaml")
		if err != nil {
			panic(err)
		}
		show(file, "kubectl", text)
		files := filesys.MakeFsInMemory()
		files.WriteFile("/app/kustomization.yaml", []byte("resources: [pod.yaml]\n"))
		files.WriteFile("/app/pod.yaml", text)
		built, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/app")
		if err != nil {
			panic(err)
		}
		out, err := built.AsYaml()
		if err != nil {
			panic(err)
		}
		show(file, "kustomize", out)
	}
}
GO
go get sigs.k8s.io/kustomize/api@v0.21.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o build build.go
./build "'2024-01-05'" 2024-1-5 'by hand, plain' > seen.txt
cat > expected.txt <<'TXT'
'2024-01-05'    kubectl    2024-01-05 2024-01-05 2024-01-05
'2024-01-05'    kustomize  2024-01-05 2024-01-05 2024-01-05
2024-1-5        kubectl    2024-1-5 2024-1-5 2024-1-5
2024-1-5        kustomize  2024-01-05T00:00:00Z 2024-1-5 2024-01-05T00:00:00Z
by hand, plain  kubectl    2024-01-05 2024-01-05 2024-01-05
by hand, plain  kustomize  2024-01-05T00:00:00Z 2024-01-05 2024-01-05T00:00:00Z
TXT
diff expected.txt seen.txt && echo "as described"
