#!/usr/bin/env bash
# What jenkins-job-wrecker makes of a job, Jenkins Job Builder reads otherwise: braces of a script are parameters to it.
#
# Versions: jenkins-job-wrecker 1.10.0, jenkins-job-builder 6.5.0 (PyPI), seen 2026-11-29 on Python 3.11.7.
#
# Behaviour: the wrecker turns config.xml into the YAML of Job Builder and leaves the scripts as they are. Job Builder
# formats the texts of plain jobs, too, not only those of templates: `{{` and `}}` become single braces in silence, and
# `${NAME}` or any other single brace is refused as a missing parameter. The blanks at the ends of lines and the line break
# at the end of a script are gone as well, which the wrecker does.
#
# Output seen:
#   was  docker ps --format '{{.Names}}'
#   is   docker ps --format '{.Names}'
#   echo ${HOME}: refused, Missing parameter: 'HOME'
#
# Why it matters: moving an old Jenkins to code is what the wrecker is for. A job with a Go template, such as that of
# docker, kubectl or helm, converts and generates without a word and prints something else when it runs; only the jobs with
# `${NAME}` show that something is wrong. All braces of converted jobs have to be doubled before Job Builder reads them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkins-job-wrecker==1.10.0 jenkins-job-builder==6.5.0 \
  'setuptools<81'
job() {
  printf '%s' "<?xml version='1.1' encoding='UTF-8'?><project><builders><hudson.tasks.Shell><command>$2</command>" \
    '</hudson.tasks.Shell></builders></project>' > "$1.xml"
  venv/bin/jjwrecker -f "$1.xml" -n "$1" > /dev/null 2>&1
}
job names "docker ps --format '{{.Names}}'"
job home "echo \${HOME}"
venv/bin/jenkins-jobs test output/names.yml -o made > /dev/null 2>&1
{
  echo "was  $(sed -n 's|.*<command>\(.*\)</command>.*|\1|p' names.xml)"
  echo "is   $(sed -n 's|.*<command>\(.*\)</command>.*|\1|p' made/names)"
  if venv/bin/jenkins-jobs test output/home.yml -o made > home.txt 2>&1; then echo 'echo ${HOME}: taken'; else
    echo "echo \${HOME}: refused, $(grep -o "Missing parameter: 'HOME'" home.txt)"
  fi
} > seen.txt
cat > expected.txt <<'TXT'
was  docker ps --format '{{.Names}}'
is   docker ps --format '{.Names}'
echo ${HOME}: refused, Missing parameter: 'HOME'
TXT
diff expected.txt seen.txt && echo "as described"
