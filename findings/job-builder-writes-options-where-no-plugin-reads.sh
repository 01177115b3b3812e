#!/usr/bin/env bash
# Jenkins Job Builder writes two options, what a copy leaves out and what suppresses builds, where no plugin reads them.
#
# Versions: jenkins-job-builder 6.5.0 (PyPI), seen 2026-11-30 on Python 3.11.7. The plugins' sources were read, not run:
# `CopyArtifact` of copyartifact has a field `excludes`, `OrganizationFolder` of branch-api has a field `strategy`, and
# `GitHubSCMNavigator` of github-branch-source has none of that name.
#
# Behaviour: the option `exclude` of the builder `copyartifact` becomes `<exclude>`, without the plural. `property-strategies`
# of a project of the type `githuborg` becomes a `<strategy>` within the navigator; in `multibranch` the same option stands
# beside the source, where it belongs. Jenkins leaves out elements without a field when it reads a configuration.
#
# Output seen (paths of the elements; below project, OrganizationFolder and WorkflowMultiBranchProject):
#   exclude     builders/CopyArtifact/exclude
#   githuborg   navigators/GitHubSCMNavigator/strategy
#   multibranch sources/data/BranchSource/strategy
#
# Why it matters: files that were to stay away are copied, such as keys beside packages. Branches of an organization that were
# not to be built by pushes are built by each of them. The XML has the words one looks for, and a comparison of two outputs
# of Job Builder never shows it. Both need a piece of `raw` XML instead.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkins-job-builder==6.5.0 'setuptools<81'
mkdir specs
cat > specs/all.yaml <<'YAML'
- job:
    name: exclude
    builders:
      - copyartifact: { project: package, filter: '**', exclude: '*.key' }
- job:
    name: githuborg
    project-type: githuborg
    github-org:
      repo-owner: example-org
      property-strategies: { all-branches: [suppress-scm-triggering: true] }
- job:
    name: multibranch
    project-type: multibranch
    scm:
      - github:
          repo: shop
          repo-owner: example-org
          property-strategies: { all-branches: [suppress-scm-triggering: true] }
YAML
venv/bin/jenkins-jobs test specs -o made 2> /dev/null
cat > paths.py <<'PY'
import xml.etree.ElementTree as ET


def paths(element, above):
    for child in element:
        path = above + [child.tag.rsplit(".", 1)[-1]]
        if child.tag in ("exclude", "excludes", "strategy"):
            yield "/".join(path)
        yield from paths(child, path)


for job in ["exclude", "githuborg", "multibranch"]:
    for path in paths(ET.parse(f"made/{job}").getroot(), []):
        print(f"{job:11} {path}")
PY
venv/bin/python paths.py > seen.txt
cat > expected.txt <<'TXT'
exclude     builders/CopyArtifact/exclude
githuborg   navigators/GitHubSCMNavigator/strategy
multibranch sources/data/BranchSource/strategy
TXT
diff expected.txt seen.txt && echo "as described"
