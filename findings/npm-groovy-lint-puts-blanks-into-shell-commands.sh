#!/usr/bin/env bash
# npm-groovy-lint formats a Jenkinsfile and changes the shell commands in its texts, so that they do something else.
#
# Versions: npm-groovy-lint 16.2.0 (npm; the newest that starts on Node 20) with its CodeNarc, Java 17, seen 2026-11-30.
#
# Behaviour: a fix belongs to a line, not to a place in it. Where CodeNarc misses a blank behind a comma of Groovy, a blank is
# put behind each comma of that line, those within quotes included; the same with semicolons. Tabs become four blanks in the
# whole file, and blanks at the ends of lines are cut, within texts of several lines, too. `--format`, which is said to touch
# layout alone, does this as `--fix` does. A line without a fault of Groovy keeps its text, so few lines show it.
#
# Output seen (the lines of the Jenkinsfile that are not as they were; `>---` is a tab):
#   < sh(script: 'cut -d, -f1,3 ports.csv',label: 'ports')
#   < for (int i = 0;i < 2; i++) { sh 'printf "a;b" > list' }
#   < >---touch done
#   > sh(script: 'cut -d, -f1, 3 ports.csv', label: 'ports')
#   > for (int i = 0; i < 2; i++) { sh 'printf "a; b" > list' }
#   > touch done
#
# Why it matters: generated pipelines are formatted before they are committed, and plugins of editors can do it at each save.
# `cut` then looks for a file called `3`, a list gets another contents, and a makefile or a `<<-` document of a step has
# lost its tabs. Whoever generates Groovy and wants it formatted has to keep scripts in files of their own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund npm-groovy-lint@16.2.0 > /dev/null
{
  echo 'node {'
  echo "    sh(script: 'cut -d, -f1,3 ports.csv',label: 'ports')"
  echo "    for (int i = 0;i < 2; i++) { sh 'printf \"a;b\" > list' }"
  echo "    sh 'cut -d, -f1,3 ports.csv'"
  echo "    sh '''make -f - <<EOF"
  echo 'all:'
  printf '\ttouch done\n'
  echo 'EOF'
  echo "'''"
  echo '}'
} > Jenkinsfile
cp Jenkinsfile written
npx npm-groovy-lint --noserver --format --failon none Jenkinsfile > /dev/null 2>&1
{ diff written Jenkinsfile || true; } | grep '^[<>]' | sed -e 's/\t/>---/' -e 's/^\([<>]\)  */\1 /' | sort > seen.txt
sort > expected.txt <<'TXT'
< sh(script: 'cut -d, -f1,3 ports.csv',label: 'ports')
< for (int i = 0;i < 2; i++) { sh 'printf "a;b" > list' }
< >---touch done
> sh(script: 'cut -d, -f1, 3 ports.csv', label: 'ports')
> for (int i = 0; i < 2; i++) { sh 'printf "a; b" > list' }
> touch done
TXT
diff expected.txt seen.txt && echo "as described"
