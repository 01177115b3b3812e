#!/usr/bin/env bash
# kustomize drops a patch whose `target` finds no object, in silence; the same patch without a target is refused.
#
# Versions: sigs.k8s.io/kustomize/api v0.21.2 with kyaml v0.21.2, seen 2026-12-01.
#
# Behaviour: what names one object is refused if there is none: a patch that names it itself, `replicas`, the source of a
# replacement. A `target` is a search, by expressions and selectors, and if it finds none the patch is applied to none. So
# it is with the targets of replacements, with the names of `images`, and with a container that a patch is to delete; a
# kind that no object has is no fault either. No error, no warning.
#
# Output seen (what is asked of a Deployment `web`, with `wbe` or `Deploymnt` written for it):
#   patch without target               refused
#   patch, target {name: wbe}          nothing changed
#   patch, target {kind: Deploymnt}    nothing changed
#   patch, target {name: web}          changed
#   JSON patch, target {name: wbe}     nothing changed
#   patch that deletes container wbe   nothing changed
#   replicas of wbe                    refused
#   image wbe                          nothing changed
#   replacement from a missing source  refused
#   replacement into target wbe        nothing changed
#
# Why it matters: a JSON patch has to have a target, and others often have one. A generator that gives an object another name or
# kind, say a StatefulSet in place of the Deployment `web`, takes limits, replicas and mounts away from all overlays, and each
# build ends as well as before. Overlays are safe with patches that name their object themselves.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > build.go <<'GO'
package main

import (
	"fmt"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

const objects = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 1, template: {spec: {containers: [{name: web, image: web}]}}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {image: web:2}
`

const merge = `"{apiVersion: apps/v1, kind: Deployment, metadata: {name: %s}, spec: {replicas: 3}}"`
const operation = `'[{"op": "replace", "path": "/spec/replicas", "value": 3}]'`
const remove = `"{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {spec: {containers: [{name: wbe, $patch: delete}]}}}}"`
const replace = `{source: {kind: ConfigMap, name: %s, fieldPath: data.image}, targets: [{select: {kind: Deployment, name: %s}, fieldPaths: [spec.template.spec.containers.0.image]}]}`

func build(transformer string) string {
	files := filesys.MakeFsInMemory()
	files.WriteFile("/app/kustomization.yaml", []byte("resources: [objects.yaml]\n"+transformer+"\n"))
	files.WriteFile("/app/objects.yaml", []byte(objects))
	built, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/app")
	if err != nil {
		return "refused"
	}
	text, err := built.AsYaml()
	if err != nil {
		panic(err)
	}
	return string(text)
}

func main() {
	untouched := build("")
	for _, asked := range [][2]string{
		{"patch without target", "patches: [{patch: " + fmt.Sprintf(merge, "wbe") + "}]"},
		{"patch, target {name: wbe}", "patches: [{patch: " + fmt.Sprintf(merge, "web") + ", target: {name: wbe}}]"},
		{"patch, target {kind: Deploymnt}", "patches: [{patch: " + fmt.Sprintf(merge, "web") + ", target: {kind: Deploymnt}}]"},
		{"patch, target {name: web}", "patches: [{patch: " + fmt.Sprintf(merge, "web") + ", target: {name: web}}]"},
		{"JSON patch, target {name: wbe}", "patches: [{patch: " + operation + ", target: {name: wbe}}]"},
		{"patch that deletes container wbe", "patches: [{patch: " + remove + "}]"},
		{"replicas of wbe", "replicas: [{name: wbe, count: 3}]"},
		{"image wbe", "images: [{name: wbe, newTag: '2'}]"},
		{"replacement from a missing source", "replacements: [" + fmt.Sprintf(replace, "setings", "web") + "]"},
		{"replacement into target wbe", "replacements: [" + fmt.Sprintf(replace, "settings", "wbe") + "]"},
	} {
		outcome := build(asked[1])
		switch outcome {
		case untouched:
			outcome = "nothing changed"
		case "refused":
		default:
			outcome = "changed"
		}
		fmt.Printf("%-33s  %s\n", asked[0], outcome)
	}
}
GO
go get sigs.k8s.io/kustomize/api@v0.21.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o build build.go
./build > seen.txt
cat > expected.txt <<'TXT'
patch without target               refused
patch, target {name: wbe}          nothing changed
patch, target {kind: Deploymnt}    nothing changed
patch, target {name: web}          changed
JSON patch, target {name: wbe}     nothing changed
patch that deletes container wbe   nothing changed
replicas of wbe                    refused
image wbe                          nothing changed
replacement from a missing source  refused
replacement into target wbe        nothing changed
TXT
diff expected.txt seen.txt && echo "as described"
