#!/usr/bin/env bash
# BuildKit takes `<<` of shell arithmetic in a RUN line for the start of a heredoc.
#
# Versions: github.com/moby/buildkit v0.34.2 (its parser of Dockerfiles), seen 2026-11-29.
#
# Behaviour: each word of a RUN, COPY or ADD line that begins with `<<`, or a digit and `<<`, opens a heredoc, wherever it
# stands: the parser knows quotes, but no `$((...))`. What follows is its mark, so a shift with a blank in front of it asks
# for a line that says `20))`, and the parser looks for that line to the end of the file. Without the blank, with the
# arithmetic in quotes, and with `<<<` the same line is taken.
#
# Output seen (a RUN line with an instruction below it):
#   RUN head -c $((1 << 20)) /dev/zero > /fill    refused: unterminated heredoc
#   RUN head -c $((1<<20)) /dev/zero > /fill      taken, 2 instructions
#   RUN head -c "$((1 << 20))" /dev/zero > /fill  taken, 2 instructions
#   bash: 1048576
#
# Why it matters: who puts scripts of users into RUN lines, one line or joined by `&&`, expects to write what a shell takes.
# Bash takes this one, and the build ends with a message about a heredoc that nobody wrote. A script that is copied into
# the image, or is itself a heredoc, is not looked at.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > shift.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

func main() {
	for _, run := range []string{
		`RUN head -c $((1 << 20)) /dev/zero > /fill`,
		`RUN head -c $((1<<20)) /dev/zero > /fill`,
		`RUN head -c "$((1 << 20))" /dev/zero > /fill`,
	} {
		result, err := parser.Parse(strings.NewReader(run + "\nUSER app\n"))
		if err != nil {
			fmt.Printf("%-44s  refused: %v\n", run, err)
			continue
		}
		fmt.Printf("%-44s  taken, %d instructions\n", run, len(result.AST.Children))
	}
}
GO
go get github.com/moby/buildkit@v0.34.2 2> /dev/null
go run -mod=mod shift.go > seen.txt
bash -c 'echo "bash: $(head -c $((1 << 20)) /dev/zero | wc -c)"' >> seen.txt
cat > expected.txt <<'TXT'
RUN head -c $((1 << 20)) /dev/zero > /fill    refused: unterminated heredoc
RUN head -c $((1<<20)) /dev/zero > /fill      taken, 2 instructions
RUN head -c "$((1 << 20))" /dev/zero > /fill  taken, 2 instructions
bash: 1048576
TXT
diff expected.txt seen.txt && echo "as described"
