#!/usr/bin/env bash
# jenkins-job-wrecker leaves out what it does not know of a step that it knows: the POM, the threshold, the variables.
#
# Versions: jenkins-job-wrecker 1.10.0 and jenkins-job-builder 6.5.0 (PyPI), seen 2026-12-01 on Python 3.11.7.
#
# Behaviour: a step with an option that is new to the wrecker is kept as raw XML, which Job Builder then refuses, so that one sees
# it. Of other steps it takes some elements and passes over the rest, or takes a wrong one: the name of a class of Jenkins for
# the path of Maven's settings, in place of the path that is there. No error, no warning, exit code 0.
#
# Output seen (what a job had; what Job Builder makes of the YAML that the wrecker has made of the job):
#   POM                     server/pom.xml   none
#   settings of the first   none             jenkins.mvn.DefaultSettingsProvider
#   settings of the second  ci/settings.xml  jenkins.mvn.FilePathSettingsProvider
#   builds that trigger     UNSTABLE         SUCCESS
#   variables               STAGE=test       none
#
# Why it matters: moving an old Jenkins to code is what the wrecker is for, and its output is read for what it says, not for what
# is missing. The job builds the POM of the root in place of the one that was named, with a settings file that nobody has; a
# job that was to run after unstable builds waits for stable ones. The XML of both has to be compared, step by step.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkins-job-builder==6.5.0 jenkins-job-wrecker==1.10.0 'setuptools<81'
cat > jobs.yaml <<'YAML'
- job:
    name: build
    builders:
      - maven-target: { goals: verify, pom: server/pom.xml }
      - maven-target: { goals: deploy, settings: ci/settings.xml }
    triggers:
      - reverse: { jobs: tools, result: unstable }
    wrappers:
      - inject: { properties-content: STAGE=test }
YAML
venv/bin/jenkins-jobs test jobs.yaml -o was 2> /dev/null
venv/bin/jjwrecker --filename was/build --name build --output-dir specs
venv/bin/jenkins-jobs test specs -o is 2> /dev/null
cat > compare.py <<'PY'
import xml.etree.ElementTree as ET

was, now = ET.parse("was/build"), ET.parse("is/build")
for name, path in {
    "POM": ".//hudson.tasks.Maven/pom",
    "settings of the first": ".//hudson.tasks.Maven[1]/settings/path",
    "settings of the second": ".//hudson.tasks.Maven[2]/settings/path",
    "builds that trigger": ".//jenkins.triggers.ReverseBuildTrigger/threshold/name",
    "variables": ".//EnvInjectBuildWrapper//propertiesContent",
}.items():
    print(f"{name:22}  {was.findtext(path) or 'none':15}  {now.findtext(path) or 'none'}")
PY
venv/bin/python compare.py > seen.txt
cat > expected.txt <<'TXT'
POM                     server/pom.xml   none
settings of the first   none             jenkins.mvn.DefaultSettingsProvider
settings of the second  ci/settings.xml  jenkins.mvn.FilePathSettingsProvider
builds that trigger     UNSTABLE         SUCCESS
variables               STAGE=test       none
TXT
diff expected.txt seen.txt && echo "as described"
