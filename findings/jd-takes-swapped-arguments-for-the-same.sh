#!/usr/bin/env bash
# jd, told to compare containers and variables by their names, takes swapped and repeated arguments for the same.
#
# Versions: github.com/josephburnett/jd/v2 v2.5.0, seen 2026-11-30.
#
# Behaviour: `-setkeys name` says by which field objects in lists are found. It makes a set of every list of the document, those
# of texts included: order and number of the entries do not count any more. So the arguments of a container may change
# places, or be given once instead of twice, and the tool prints nothing of it and exits with 0. Without the option all of it
# shows. The help says "keys to identify set objects", which does not tell that lists without objects become sets as well.
#
# Output seen (what has changed; exit code without and with `-setkeys name`):
#   two variables in another order             1 0
#   args [--from, a, --to, b] -> [b, a]        1 0
#   args [-v, -v] -> [-v]                      1 0
#   the value of one variable                  1 1
#
# Why it matters: live objects come back with lists in the order of whoever wrote them last, so a comparison by name is what a
# check for drift wants, and `name` is the key of containers, variables, ports and volumes. A command that copies from b to a is
# then the same as one that copies from a to b. The option `-opts` takes such keys for single lists instead.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
GOBIN=$work go install github.com/josephburnett/jd/v2/jd@v2.5.0 2> /dev/null
pod() {
  echo "{\"spec\": {\"containers\": [{\"name\": \"web\", \"env\": $1, \"args\": $2}]}}"
}
codes() {
  pod "$2" "$3" > old.json
  pod "$4" "$5" > new.json
  ./jd old.json new.json > /dev/null && plain=0 || plain=$?
  ./jd -setkeys name old.json new.json > /dev/null && keyed=0 || keyed=$?
  printf '%-42s %s %s\n' "$1" "$plain" "$keyed"
}
a='{"name": "A", "value": "1"}'
b='{"name": "B", "value": "2"}'
nine='{"name": "A", "value": "9"}'
{
  codes 'two variables in another order' "[$a, $b]" '[]' "[$b, $a]" '[]'
  codes 'args [--from, a, --to, b] -> [b, a]' '[]' '["--from", "a", "--to", "b"]' '[]' '["--from", "b", "--to", "a"]'
  codes 'args [-v, -v] -> [-v]' '[]' '["-v", "-v"]' '[]' '["-v"]'
  codes 'the value of one variable' "[$a, $b]" '[]' "[$nine, $b]" '[]'
} > seen.txt
cat > expected.txt <<'TXT'
two variables in another order             1 0
args [--from, a, --to, b] -> [b, a]        1 0
args [-v, -v] -> [-v]                      1 0
the value of one variable                  1 1
TXT
diff expected.txt seen.txt && echo "as described"
