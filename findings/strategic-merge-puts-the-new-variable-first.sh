#!/usr/bin/env bash
# What a strategic merge patch adds to a list comes first, so a variable of a patch cannot use those of the base.
#
# Versions: k8s.io/apimachinery v0.37.2 with k8s.io/api v0.37.2, sigs.k8s.io/kustomize/api v0.21.2 with kyaml v0.21.2, seen
# 2026-11-29. (The kubelet's own `expansion` package of k8s.io/kubernetes v1.37.2 was run on these lists, too; it is left
# out below, since its module is large.)
#
# Behaviour: entries that only the patch has are put in front of those of the base, in `kubectl patch` and in kustomize
# alike. The order of `env` means something: the kubelet expands `$(NAME)` by the variables above only. So a variable that
# a patch adds, and that refers to one of the base, keeps the reference as text. A container that a patch adds becomes the
# first one, which `kubectl logs` and `kubectl exec` take by default.
#
# Output seen:
#   base       [web(HOST=shop.example.com)]
#   kubernetes [proxy() web(URL=http://$(HOST)/ HOST=shop.example.com)]
#   kustomize  [proxy() web(URL=http://$(HOST)/ HOST=shop.example.com)]
#
# Why it matters: overlays that add variables to a generated manifest are the usual way to adapt it. The application starts
# with the address `http://$(HOST)/`, and nothing on the way refuses it. Whoever refers to a variable in a patch must
# repeat it there, above its use.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > order.go <<'GO'
package main

import (
	"fmt"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/yaml"
)

const head = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n"

const base = head + `  - name: web
    image: web
    env: [{name: HOST, value: shop.example.com}]
`
const variable = head + `  - name: web
    env: [{name: URL, value: http://$(HOST)/}]
`
const sidecar = head + `  - name: proxy
    image: proxy
`

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func kubernetes() []byte {
	pod := must(yaml.YAMLToJSON([]byte(base)))
	for _, patch := range []string{variable, sidecar} {
		pod = must(strategicpatch.StrategicMergePatch(pod, must(yaml.YAMLToJSON([]byte(patch))), corev1.Pod{}))
	}
	return pod
}

func kustomize() []byte {
	files := filesys.MakeFsInMemory()
	for name, text := range map[string]string{
		"kustomization.yaml": "resources: [pod.yaml]\npatches: [{path: variable.yaml}, {path: sidecar.yaml}]\n",
		"pod.yaml":           base,
		"variable.yaml":      variable,
		"sidecar.yaml":       sidecar,
	} {
		if err := files.WriteFile("/app/"+name, []byte(text)); err != nil {
			panic(err)
		}
	}
	return must(must(krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/app")).AsYaml())
}

func show(how string, manifest []byte) {
	var pod corev1.Pod
	if err := yaml.Unmarshal(manifest, &pod); err != nil {
		panic(err)
	}
	var containers []string
	for _, container := range pod.Spec.Containers {
		var variables []string
		for _, variable := range container.Env {
			variables = append(variables, variable.Name+"="+variable.Value)
		}
		containers = append(containers, container.Name+"("+strings.Join(variables, " ")+")")
	}
	fmt.Printf("%-10s %v\n", how, containers)
}

func main() {
	show("base", []byte(base))
	show("kubernetes", kubernetes())
	show("kustomize", kustomize())
}
GO
go get sigs.k8s.io/kustomize/api@v0.21.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 k8s.io/api@v0.37.2 \
  k8s.io/apimachinery@v0.37.2 sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go run -mod=mod order.go > seen.txt
cat > expected.txt <<'TXT'
base       [web(HOST=shop.example.com)]
kubernetes [proxy() web(URL=http://$(HOST)/ HOST=shop.example.com)]
kustomize  [proxy() web(URL=http://$(HOST)/ HOST=shop.example.com)]
TXT
diff expected.txt seen.txt && echo "as described"
