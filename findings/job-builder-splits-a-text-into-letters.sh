#!/usr/bin/env bash
# Jenkins Job Builder, given one text where a list is asked for, writes each letter as an entry of its own.
#
# Versions: jenkins-job-builder 6.5.0 (PyPI), seen 2026-11-30 on Python 3.11.7.
#
# Behaviour: other options of Job Builder, such as `project` of `trigger-builds` and `jobs` of the trigger `reverse`, take one
# text as well as a list. These go through the text as through a list: one letter a choice, one a line, one a path. A variable
# of a template that holds a single value does the same as a text written out. No error, no warning, exit code 0.
#
# Output seen (the option; the entries written):
#   choices: prod            p|r|o|d
#   switches: -x test        -|x| |t|e|s|t
#   excluded-users: bot      b|o|t
#   sparse paths: doc        d|o|c
#   choices: '{stage}'       p|r|o|d
#
# Why it matters: a parameter offers `p`, `r`, `o` and `d`, and the job runs with the first. A checkout of the paths `d`, `o` and
# `c` is an empty workspace, and the commits of a robot that should be left out start builds. Whoever generates the YAML of
# Job Builder must not shorten a list of one entry.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkins-job-builder==6.5.0 'setuptools<81'
mkdir specs
cat > specs/jobs.yaml <<'YAML'
- job:
    name: plain
    parameters:
      - choice: { name: STAGE, choices: prod }
    builders:
      - gradle: { tasks: build, switches: -x test }
    scm:
      - git:
          url: https://git.example.com/shop.git
          excluded-users: bot
          sparse-checkout: { paths: doc }
- job-template:
    name: '{name}-deploy'
    parameters:
      - choice: { name: STAGE, choices: '{stage}' }
- project: { name: shop, stage: prod, jobs: ['{name}-deploy'] }
YAML
venv/bin/jenkins-jobs test specs -o made 2> /dev/null
cat > entries.py <<'PY'
import xml.etree.ElementTree as ET

plain, deploy = ET.parse("made/plain"), ET.parse("made/shop-deploy")


def texts(job, path):
    return "|".join(element.text for element in job.findall(path))


print("choices: prod           ", texts(plain, ".//choices/a/string"))
print("switches: -x test       ", plain.find(".//switches").text.replace("\n", "|"))
print("excluded-users: bot     ", plain.find(".//excludedUsers").text.replace("\n", "|"))
print("sparse paths: doc       ", texts(plain, ".//sparseCheckoutPaths//path"))
print("choices: '{stage}'      ", texts(deploy, ".//choices/a/string"))
PY
venv/bin/python entries.py > seen.txt
cat > expected.txt <<'TXT'
choices: prod            p|r|o|d
switches: -x test        -|x| |t|e|s|t
excluded-users: bot      b|o|t
sparse paths: doc        d|o|c
choices: '{stage}'       p|r|o|d
TXT
diff expected.txt seen.txt && echo "as described"
