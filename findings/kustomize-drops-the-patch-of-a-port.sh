#!/usr/bin/env bash
# kustomize drops a patch of a port without a word if only one of base and patch names the protocol.
#
# Versions: sigs.k8s.io/kustomize/api v0.21.2 with kyaml v0.21.2, k8s.io/apimachinery v0.37.2 with k8s.io/api v0.37.2,
# seen 2026-11-29.
#
# Behaviour: kustomize merges the ports of a container by number and protocol, but TCP does not count as the protocol of a
# port without one: the entry of the patch finds no partner and is not added either. The build ends well, without what the
# patch says. The strategic merge of Kubernetes itself (`kubectl patch`) merges by the number alone and keeps all of it.
# Where other ports of the patch are new, they are added, so that only a part is missing.
#
# Output seen (base; patch; what comes out):
#   {containerPort: 53}
#     + {containerPort: 53, name: dns}
#     kustomize  [{"containerPort":53,"name":"dns"}]
#     kubernetes [{"containerPort":53,"name":"dns"}]
#   {containerPort: 53}
#     + {containerPort: 53, name: dns, protocol: TCP}
#     kustomize  [{"containerPort":53}]
#     kubernetes [{"containerPort":53,"name":"dns","protocol":"TCP"}]
#   {containerPort: 53, protocol: TCP}
#     + {containerPort: 53, name: dns}
#     kustomize  [{"containerPort":53,"protocol":"TCP"}]
#     kubernetes [{"containerPort":53,"name":"dns","protocol":"TCP"}]
#   {containerPort: 53}
#     + {containerPort: 53, name: dns, protocol: UDP}
#     kustomize  [{"containerPort":53}]
#     kubernetes [{"containerPort":53,"name":"dns","protocol":"UDP"}]
#
# Why it matters: whether a generator writes `protocol: TCP`, the default, decides whether the overlays of its users work.
# A port that a Service finds by its name gets no name, and one that is to be UDP stays TCP; both show only in the running
# cluster. Whoever generates manifests for kustomize should always write the protocol, and so should each overlay.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > ports.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/yaml"
)

type pod struct {
	Spec struct {
		Containers []struct {
			Ports []json.RawMessage `json:"ports"`
		} `json:"containers"`
	} `json:"spec"`
}

func manifest(port string) []byte {
	return fmt.Appendf(nil, "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n"+
		"spec: {containers: [{name: web, ports: [%s]}]}\n", port)
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func kustomize(base, patch string) []byte {
	files := filesys.MakeFsInMemory()
	for name, text := range map[string][]byte{
		"kustomization.yaml": []byte("resources: [pod.yaml]\npatches: [{path: patch.yaml}]\n"),
		"pod.yaml":           manifest(base),
		"patch.yaml":         manifest(patch),
	} {
		if err := files.WriteFile("/app/"+name, text); err != nil {
			panic(err)
		}
	}
	built := must(krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, "/app"))
	return must(yaml.YAMLToJSON(must(built.AsYaml())))
}

func kubernetes(base, patch string) []byte {
	return must(strategicpatch.StrategicMergePatch(
		must(yaml.YAMLToJSON(manifest(base))), must(yaml.YAMLToJSON(manifest(patch))), corev1.Pod{}))
}

func ports(object []byte) string {
	var read pod
	if err := json.Unmarshal(object, &read); err != nil {
		panic(err)
	}
	return string(must(json.Marshal(read.Spec.Containers[0].Ports)))
}

func main() {
	for _, merge := range [][2]string{
		{"{containerPort: 53}", "{containerPort: 53, name: dns}"},
		{"{containerPort: 53}", "{containerPort: 53, name: dns, protocol: TCP}"},
		{"{containerPort: 53, protocol: TCP}", "{containerPort: 53, name: dns}"},
		{"{containerPort: 53}", "{containerPort: 53, name: dns, protocol: UDP}"},
	} {
		fmt.Printf("%s\n  + %s\n", merge[0], merge[1])
		fmt.Println("  kustomize ", ports(kustomize(merge[0], merge[1])))
		fmt.Println("  kubernetes", ports(kubernetes(merge[0], merge[1])))
	}
}
GO
go get sigs.k8s.io/kustomize/api@v0.21.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 k8s.io/api@v0.37.2 \
  k8s.io/apimachinery@v0.37.2 sigs.k8s.io/yaml@v1.6.0 2> /dev/null
go run -mod=mod ports.go > seen.txt
cat > expected.txt <<'TXT'
{containerPort: 53}
  + {containerPort: 53, name: dns}
  kustomize  [{"containerPort":53,"name":"dns"}]
  kubernetes [{"containerPort":53,"name":"dns"}]
{containerPort: 53}
  + {containerPort: 53, name: dns, protocol: TCP}
  kustomize  [{"containerPort":53}]
  kubernetes [{"containerPort":53,"name":"dns","protocol":"TCP"}]
{containerPort: 53, protocol: TCP}
  + {containerPort: 53, name: dns}
  kustomize  [{"containerPort":53,"protocol":"TCP"}]
  kubernetes [{"containerPort":53,"name":"dns","protocol":"TCP"}]
{containerPort: 53}
  + {containerPort: 53, name: dns, protocol: UDP}
  kustomize  [{"containerPort":53}]
  kubernetes [{"containerPort":53,"name":"dns","protocol":"UDP"}]
TXT
diff expected.txt seen.txt && echo "as described"
