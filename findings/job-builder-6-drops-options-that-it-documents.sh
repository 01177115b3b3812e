#!/usr/bin/env bash
# Jenkins Job Builder 6 drops documented options of jobs and views that version 4 has written: it takes them for parameters.
#
# Versions: jenkins-job-builder 4.3.0 and 6.5.0 (PyPI), seen 2026-11-30 on Python 3.11.7.
#
# Behaviour: since its expansion was written anew, Job Builder has one list of the keys that belong to jobs and one for views.
# Any other key is a parameter for templates, also in a job that is none, and ends there. `metadata` of jobs and
# `status-filter` of list views are in its documentation, and the code that writes them is there, but they are missing in the
# lists. The same files give other configurations. No error, no warning, exit code 0.
#
# Output seen (elements written for `metadata` and for `status-filter`):
#   4.3.0  metadata-string <statusFilter>true</statusFilter>
#   6.5.0  nothing nothing
#
# Why it matters: a view of the enabled jobs shows the disabled ones, too; what a job tells other programs by its metadata is
# gone, and with `expose-to-env` the variables of its build. Whoever moves to version 6 has to compare the XML of both, since
# a key that is spelt right is treated like one that is spelt wrong.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir specs
cat > specs/all.yaml <<'YAML'
- job:
    name: build
    metadata:
      - string: { name: TEAM, value: shop, expose-to-env: true }
- view:
    name: enabled
    view-type: list
    regex: .*
    status-filter: true
YAML
for version in 4.3.0 6.5.0; do
  python3 -m venv "$version"
  "$version/bin/pip" install --quiet --disable-pip-version-check "jenkins-job-builder==$version" 'setuptools<81'
  "$version/bin/jenkins-jobs" test specs -o "made-$version" 2> /dev/null
  metadata=$(grep -o '<metadata-string>' "made-$version/build" | tr -d '<>' || true)
  filter=$(grep -o '<statusFilter>.*</statusFilter>' "made-$version/enabled" || true)
  echo "$version  ${metadata:-nothing} ${filter:-nothing}"
done > seen.txt
cat > expected.txt <<'TXT'
4.3.0  metadata-string <statusFilter>true</statusFilter>
6.5.0  nothing nothing
TXT
diff expected.txt seen.txt && echo "as described"
