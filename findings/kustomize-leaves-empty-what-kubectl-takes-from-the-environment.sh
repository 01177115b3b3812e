#!/usr/bin/env bash
# A name alone in an env file: kubectl and Docker take its value from the environment, kustomize gives it an empty one.
#
# Versions: k8s.io/kubectl v0.37.2 (`create configmap --from-env-file`), sigs.k8s.io/kustomize/api v0.21.2 with kyaml v0.21.2
# (`envs` of a generator), github.com/docker/cli v29.9.3 (`run --env-file`), github.com/compose-spec/compose-go/v2 v2.16.2,
# seen 2026-12-01.
#
# Behaviour: a line without `=` asks for the variable of whoever runs the tool; that comes from Docker, and kubectl follows it.
# kustomize, which began with kubectl's code and is part of it, makes an empty value, as kubectl does with a variable that
# is not there, where Docker and Compose leave the name out. Whatever kustomize does not understand becomes a key: a colon in
# place of `=`, or the second line of a value in quotes. Compose reads both. No error, no warning.
#
# Output seen (the line or lines, `\n` is a line break; with TOKEN=t-1 in the environment of the tool):
#   TOKEN            kubectl TOKEN="t-1"  kustomize TOKEN=""                docker TOKEN="t-1"   compose TOKEN="t-1"
#   UNKNOWN          kubectl UNKNOWN=""   kustomize UNKNOWN=""              docker nothing       compose nothing
#   MODE: on         kubectl refused      kustomize MODE: on=""             docker refused       compose MODE="on"
#   NOTE="one\ntwo"  kubectl refused      kustomize NOTE="\"one" two"=""    docker NOTE="\"one"  compose NOTE="one\ntwo"
#
# Why it matters: a name alone is how a token stays out of the repository. The same file, moved from `--from-env-file` or
# Compose to a secretGenerator, gives a Secret whose token is empty; the pod starts, and is refused by whatever it calls.
# Whoever generates env files writes each value, on one line, without quotes, and each reader gives that back.
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
	"fmt"
	"os"
	"sort"
	"strings"

	"finding/kubectl"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/docker/cli/pkg/kvfile"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

func docker() (map[string]string, error) {
	lines, err := kvfile.Parse("file.env", os.LookupEnv)
	read := map[string]string{}
	for _, line := range lines {
		name, value, _ := strings.Cut(line, "=")
		read[name] = value
	}
	return read, err
}

func compose() (map[string]string, error) {
	return dotenv.ReadWithLookup(os.LookupEnv, "file.env")
}

func createConfigMap() (map[string]string, error) {
	read := map[string]string{}
	err := kubectl.AddFromEnvFile("file.env", func(name, value string) error {
		read[name] = value
		return nil
	})
	return read, err
}

func kustomize() (map[string]string, error) {
	built, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(filesys.MakeFsOnDisk(), ".")
	if err != nil {
		return nil, err
	}
	return built.Resources()[0].GetDataMap(), nil
}

func main() {
	var columns []any
	for _, read := range []func() (map[string]string, error){createConfigMap, kustomize, docker, compose} {
		values, err := read()
		var pairs []string
		for name, value := range values {
			pairs = append(pairs, fmt.Sprintf("%s=%q", name, value))
		}
		sort.Strings(pairs)
		column := strings.Join(pairs, " ")
		if err != nil {
			column = "refused"
		} else if column == "" {
			column = "nothing"
		}
		columns = append(columns, column)
	}
	fmt.Printf("kubectl %-11s  kustomize %-22s  docker %-12s  compose %s\n", columns...)
}
GO
go get k8s.io/kubectl@v0.37.2 github.com/docker/cli@v29.9.3+incompatible github.com/compose-spec/compose-go/v2@v2.16.2 \
  sigs.k8s.io/kustomize/api@v0.21.2 sigs.k8s.io/kustomize/kyaml@v0.21.2 2> /dev/null
# The file of kubectl that reads env files, alone: its package needs minutes to build.
mkdir kubectl
sed 's/^package .*/package kubectl/' "$(go list -m -f '{{.Dir}}' k8s.io/kubectl)/pkg/cmd/util/env_file.go" > kubectl/env_file.go
go mod tidy > /dev/null 2>&1
go build -o read read.go
echo 'configMapGenerator: [{name: settings, envs: [file.env]}]' > kustomization.yaml
export TOKEN=t-1
unset UNKNOWN
for lines in 'TOKEN' 'UNKNOWN' 'MODE: on' 'NOTE="one\ntwo"'; do
  printf "$lines\n" > file.env
  printf '%-15s  %s\n' "$lines" "$(./read)"
done > seen.txt
cat > expected.txt <<'TXT'
TOKEN            kubectl TOKEN="t-1"  kustomize TOKEN=""                docker TOKEN="t-1"   compose TOKEN="t-1"
UNKNOWN          kubectl UNKNOWN=""   kustomize UNKNOWN=""              docker nothing       compose nothing
MODE: on         kubectl refused      kustomize MODE: on=""             docker refused       compose MODE="on"
NOTE="one\ntwo"  kubectl refused      kustomize NOTE="\"one" two"=""    docker NOTE="\"one"  compose NOTE="one\ntwo"
TXT
diff expected.txt seen.txt && echo "as described"
