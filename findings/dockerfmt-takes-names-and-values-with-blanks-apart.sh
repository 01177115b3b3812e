#!/usr/bin/env bash
# dockerfmt, a formatter of Dockerfiles, makes two variables of one, and copies to another place what has a blank in its name.
#
# Versions: @reteps/dockerfmt 0.5.4 (npm), github.com/moby/buildkit v0.34.2, seen 2026-12-01 on Node 20.20.2.
#
# Behaviour: `ENV NAME value` takes the rest of the line as the value; the formatter puts the equals sign that is asked for today
# and no quotes, so that the value ends at its first blank. If what follows has an equals sign, it is the next variable; if it
# has none, the line is refused. Lists in brackets, which COPY and ADD have for names with blanks, become words; those of VOLUME
# and SHELL stay. No error, no warning.
#
# Output seen (the line; what BuildKit reads of it, and of the line that dockerfmt makes):
#   ENV JAVA_OPTS -Xmx1g -Dshop.stage=test
#     JAVA_OPTS = [-Xmx1g -Dshop.stage=test]
#     JAVA_OPTS = [-Xmx1g] -Dshop.stage = [test]
#   ENV JAVA_OPTS -Xms1g -Xmx2g
#     JAVA_OPTS = [-Xms1g -Xmx2g]
#     refused
#   ENV STAGE test
#     STAGE = [test]
#     STAGE = [test]
#   COPY ["my file", "/srv/"]
#     ["my file"] to "/srv/"
#     ["my" "file"] to "/srv/"
#   COPY ["file", "/my files/"]
#     ["file"] to "/my files/"
#     ["file" "/my"] to "files/"
#   VOLUME ["/my files"]
#     ["/my files"]
#     ["/my files"]
#
# Why it matters: older Dockerfiles, and templates of generators, set options of Java in the first form. The program starts with
# half of them, and the image has a variable that nothing reads. `COPY` of three words copies `my` and `file` into a folder,
# which fails unless there are such files, and of a target with a blank nothing is right. `ENV NAME="value"`, and names without
# blanks, come through.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @reteps/dockerfmt@0.5.4 > /dev/null
cat > format.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { formatDockerfileContents } from '@reteps/dockerfmt';

const options = { indent: 4, trailingNewline: true, spaceRedirects: false };
process.stdout.write(await formatDockerfileContents(readFileSync(process.argv[2], 'utf8'), options));
JS
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > read.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

func read(name string) string {
	text, err := os.Open(name)
	if err != nil {
		panic(err)
	}
	file, err := parser.Parse(text)
	if err != nil {
		return "refused"
	}
	stages, _, err := instructions.Parse(file.AST, nil)
	if err != nil {
		return "refused"
	}
	switch line := stages[0].Commands[0].(type) {
	case *instructions.EnvCommand:
		found := ""
		for _, variable := range line.Env {
			found += fmt.Sprintf("%s = [%s] ", variable.Key, variable.Value)
		}
		return found[:len(found)-1]
	case *instructions.CopyCommand:
		return fmt.Sprintf("%q to %q", line.SourcePaths, line.DestPath)
	case *instructions.VolumeCommand:
		return fmt.Sprintf("%q", line.Volumes)
	default:
		return "another instruction"
	}
}

func main() {
	for _, name := range os.Args[1:] {
		fmt.Println(" ", read(name))
	}
}
GO
go get github.com/moby/buildkit@v0.34.2 2> /dev/null
go mod tidy > /dev/null 2>&1
go build -o read read.go
while IFS= read -r line; do
  printf 'FROM debian\n%s\n' "$line" > Dockerfile
  node format.mjs Dockerfile > Dockerfile.formatted
  printf '%s\n' "$line"
  ./read Dockerfile Dockerfile.formatted
done > seen.txt <<'TXT'
ENV JAVA_OPTS -Xmx1g -Dshop.stage=test
ENV JAVA_OPTS -Xms1g -Xmx2g
ENV STAGE test
COPY ["my file", "/srv/"]
COPY ["file", "/my files/"]
VOLUME ["/my files"]
TXT
cat > expected.txt <<'TXT'
ENV JAVA_OPTS -Xmx1g -Dshop.stage=test
  JAVA_OPTS = [-Xmx1g -Dshop.stage=test]
  JAVA_OPTS = [-Xmx1g] -Dshop.stage = [test]
ENV JAVA_OPTS -Xms1g -Xmx2g
  JAVA_OPTS = [-Xms1g -Xmx2g]
  refused
ENV STAGE test
  STAGE = [test]
  STAGE = [test]
COPY ["my file", "/srv/"]
  ["my file"] to "/srv/"
  ["my" "file"] to "/srv/"
COPY ["file", "/my files/"]
  ["file"] to "/my files/"
  ["file" "/my"] to "files/"
VOLUME ["/my files"]
  ["/my files"]
  ["/my files"]
TXT
diff expected.txt seen.txt && echo "as described"
