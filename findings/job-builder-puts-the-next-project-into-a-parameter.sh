#!/usr/bin/env bash
# Jenkins Job Builder puts a project to trigger into the boolean parameters of the one before it, so it is never started.
#
# Versions: jenkins-job-builder 6.5.0 (PyPI), seen 2026-11-30 on Python 3.11.7.
#
# Behaviour: the builder `trigger-builds` takes a list of projects. Where one has `bool-parameters`, those that follow are not
# written beside it but inside its parameters, between the values. The publisher `trigger-parameterized-builds`, with the same
# options, is right. Job Builder says nothing and exits with 0.
#
# Output seen:
#   build    TriggerBuilder/configs/BlockableBuildTriggerConfig
#   publish  TriggerBuilder/configs/BlockableBuildTriggerConfig/configs/BooleanParameters/configs/BlockableBuildTriggerConfig
#
# Why it matters: the job of a release builds and never publishes, and its configuration looks complete to a search for the
# name. Who generates config.xml with Job Builder has to write such projects as entries of `trigger-builds` of their own, or
# the one with boolean parameters last; who reads its XML as the truth copies the mistake.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkins-job-builder==6.5.0 'setuptools<81'
cat > jobs.yaml <<'YAML'
- job:
    name: release
    builders:
      - trigger-builds:
          - project: build
            bool-parameters:
              - name: CLEAN
                value: true
            block: true
          - project: publish
            predefined-parameters: CHANNEL=stable
YAML
venv/bin/jenkins-jobs test jobs.yaml -o made > log.txt 2>&1
venv/bin/python - made/release > found.txt <<'PYTHON'
import sys
import xml.etree.ElementTree as tree


def projects(element, path):
    for child in element:
        name = child.tag.rsplit(".", 1)[-1]
        if child.tag == "projects":
            print(f"{child.text:<8} {path}")
        projects(child, f"{path}/{name}" if path else name)


projects(tree.parse(sys.argv[1]).getroot().find("builders"), "")
PYTHON
sort found.txt > seen.txt
cat > expected.txt <<'TXT'
build    TriggerBuilder/configs/BlockableBuildTriggerConfig
publish  TriggerBuilder/configs/BlockableBuildTriggerConfig/configs/BooleanParameters/configs/BlockableBuildTriggerConfig
TXT
diff expected.txt seen.txt && echo "as described"
