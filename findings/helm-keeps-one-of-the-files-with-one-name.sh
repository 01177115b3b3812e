#!/usr/bin/env bash
# Of the files of several folders that have one name, Helm puts one into a ConfigMap, and another one the next time.
#
# Versions: helm.sh/helm/v3 v3.22.0 (Go modules), seen 2026-11-30.
#
# Behaviour: `(.Files.Glob "jobs/**").AsConfig`, which its documentation gives for this, takes the last part of each path as the
# key. Where two files share it, one replaces the other. Which one stays is drawn by chance, each time the function is called:
# the same chart gives other manifests from run to run, and `AsSecrets` beside it may keep the other file. No error, no
# warning. `kubectl create configmap` and kustomize refuse such a pair.
#
# Output seen (of 200 renderings of one chart with jobs/build/config.xml and jobs/deploy/config.xml):
#   files found:  jobs/build/config.xml jobs/deploy/config.xml
#   keys written: config.xml
#   its contents: build deploy
#
# Why it matters: in Jenkins each job is a folder with a `config.xml`, and folders of charts for other programs look alike. All
# jobs but one are missing in the cluster; each upgrade may bring another one, restarts pods whose template has a checksum of
# the ConfigMap, and shows a difference to Argo CD that nobody has made. A generator has to give each file a name of its own.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > render.go <<'GO'
package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"helm.sh/helm/v3/pkg/chart"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
)

func main() {
	jobs := &chart.Chart{
		Metadata: &chart.Metadata{Name: "jobs", Version: "1.0.0", APIVersion: "v2"},
		Files: []*chart.File{
			{Name: "jobs/build/config.xml", Data: []byte("build")},
			{Name: "jobs/deploy/config.xml", Data: []byte("deploy")},
		},
		Templates: []*chart.File{
			{Name: "templates/found", Data: []byte(`{{ range $path, $data := .Files.Glob "jobs/**" }} {{ $path }}{{ end }}`)},
			{Name: "templates/config", Data: []byte(`{{ (.Files.Glob "jobs/**").AsConfig }}`)},
		},
	}
	values, err := chartutil.ToRenderValues(jobs, nil, chartutil.ReleaseOptions{Name: "jobs"}, nil)
	if err != nil {
		panic(err)
	}
	keys, contents := map[string]bool{}, map[string]bool{}
	var found string
	for range 200 {
		texts, err := engine.Render(jobs, values)
		if err != nil {
			panic(err)
		}
		found = texts["jobs/templates/found"]
		for _, line := range strings.Split(texts["jobs/templates/config"], "\n") {
			key, content, _ := strings.Cut(line, ": ")
			keys[key], contents[content] = true, true
		}
	}
	fmt.Println("files found: " + found)
	fmt.Println("keys written: " + strings.Join(slices.Sorted(maps.Keys(keys)), " "))
	fmt.Println("its contents: " + strings.Join(slices.Sorted(maps.Keys(contents)), " "))
}
GO
go get helm.sh/helm/v3@v3.22.0 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o render render.go
./render > seen.txt
cat > expected.txt <<'TXT'
files found:  jobs/build/config.xml jobs/deploy/config.xml
keys written: config.xml
its contents: build deploy
TXT
diff expected.txt seen.txt && echo "as described"
