#!/usr/bin/env bash
# A line `!pattern` of .helmignore leaves out of the chart all that it does not name, templates first.
#
# Versions: helm.sh/helm/v3 v3.22.0 (helm.sh/helm/v4 v4.3.1 gave the same, left out since it takes long to build), git 2.39.5,
# seen 2026-12-01.
#
# Behaviour: the file is said to work as .gitignore does, with negation by `!`. In git such a line takes back what a line above
# has left out. In Helm it stands for itself: what does not match it is left out, a folder with all that is in it. So a line
# for one file gives "Chart.yaml file is missing", which speaks of a file that is there. A line that Chart.yaml happens to
# match gives a valid chart without templates. No error, no warning.
#
# Output seen (the lines of .helmignore; what git leaves out by them; what Helm loads):
#   *.md              git leaves out NOTES.md README.md   Helm: Chart.yaml jobs/build.xml templates/jenkins.yaml values.yaml
#   *.md !README.md   git leaves out NOTES.md             Helm: Chart.yaml file is missing
#   *.md !*.yaml      git leaves out NOTES.md README.md   Helm: Chart.yaml values.yaml
#
# Why it matters: charts that are generated carry jobs, scripts and pages beside the templates, and such a line is how one keeps
# a part of them. The third chart renders to nothing, which for an upgrade means that all the release had is to go. What is to
# stay has to be left out of the patterns: `docs/*.md` in place of `*.md` and `!README.md`.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
mkdir -p chart/templates chart/jobs
printf 'apiVersion: v2\nname: jenkins\nversion: 1.0.0\n' > chart/Chart.yaml
printf 'executors: 2\n' > chart/values.yaml
printf 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: jenkins}\n' > chart/templates/jenkins.yaml
printf '<project/>\n' > chart/jobs/build.xml
touch chart/README.md chart/NOTES.md
git init --quiet chart
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > load.go <<'GO'
package main

import (
	"fmt"
	"sort"

	"helm.sh/helm/v3/pkg/chart/loader"
)

func main() {
	chart, err := loader.Load("chart")
	if err != nil {
		fmt.Println("Helm:", err)
		return
	}
	var names []string
	for _, file := range chart.Raw {
		if file.Name[0] != '.' {
			names = append(names, file.Name)
		}
	}
	sort.Strings(names)
	fmt.Print("Helm:")
	for _, name := range names {
		fmt.Print(" ", name)
	}
	fmt.Println()
}
GO
go get helm.sh/helm/v3@v3.22.0 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o load load.go
for lines in '*.md' '*.md !README.md' '*.md !*.yaml'; do
  (set -f; printf '%s\n' .git $lines) > chart/.helmignore
  ignored=$(git -C chart ls-files --others --ignored --exclude-from=.helmignore | tr '\n' ' ')
  printf '%-16s  git leaves out %-19s  %s\n' "$lines" "${ignored% }" "$(./load)"
done > seen.txt
cat > expected.txt <<'TXT'
*.md              git leaves out NOTES.md README.md   Helm: Chart.yaml jobs/build.xml templates/jenkins.yaml values.yaml
*.md !README.md   git leaves out NOTES.md             Helm: Chart.yaml file is missing
*.md !*.yaml      git leaves out NOTES.md README.md   Helm: Chart.yaml values.yaml
TXT
diff expected.txt seen.txt && echo "as described"
