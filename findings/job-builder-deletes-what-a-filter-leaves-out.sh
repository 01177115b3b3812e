#!/usr/bin/env bash
# `jenkins-jobs update --delete-old` deletes the jobs that a name or `--enabled-only` has left out, and they do not come back.
#
# Versions: jenkins-job-builder 6.5.0 with python-jenkins 1.8.3 (PyPI), seen 2026-11-30 on Python 3.11.7, against a small server
# that answers as Jenkins does.
#
# Behaviour: what is obsolete is decided by the jobs of this run, not by those of the specs. `update specs build --delete-old`,
# which looks like "this job, and clean up", deletes all other jobs that Job Builder has made; with `--enabled-only` the
# disabled ones are deleted, of which its help says only that they are not updated. The history goes with them. A run without
# the filter then does not create them: their checksums are still in the cache on the disk, so they count as unchanged.
#
# Output seen (jobs of the server after each run; `release` is disabled):
#   update specs                               build release test
#   update --enabled-only --delete-old specs   build test
#   update specs                               build test
#   update --delete-old specs build            build
#   update specs                               build
#   --ignore-cache update specs                build release test
#
# Why it matters: a pipeline that updates the jobs of a change only, and cleans up with the same command, leaves one job on the
# server. All runs end with 0, and the repair that one tries first ends with 0, too, and does nothing.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkins-job-builder==6.5.0 python-jenkins==1.8.3 'setuptools<81'
mkdir specs
cat > specs/jobs.yaml <<'YAML'
- job: { name: build, builders: [shell: make] }
- job: { name: release, disabled: true, builders: [shell: make release] }
- job: { name: test, builders: [shell: make test] }
YAML
cat > runs.py <<'PY'
import json
import os
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

jobs = {}


class Jenkins(BaseHTTPRequestHandler):
    def answer(self, status, body="", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def do_GET(self):
        parts = urlsplit(self.path).path.strip("/").split("/")
        if parts == [""]:
            self.answer(200)
        elif parts == ["api", "json"]:
            listed = [{"name": name, "url": f"/job/{name}/", "color": "blue"} for name in jobs]
            self.answer(200, json.dumps({"jobs": listed, "views": []}))
        elif parts[0] == "job" and parts[1] in jobs:
            self.answer(200, jobs[parts[1]] if parts[2] == "config.xml" else json.dumps({"name": parts[1]}))
        else:
            self.answer(404)

    def do_POST(self):
        where = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        parts = where.path.strip("/").split("/")
        if parts == ["createItem"]:
            jobs[parse_qs(where.query)["name"][0]] = body
        elif parts[-1] == "doDelete":
            del jobs[parts[1]]
            return self.answer(302, Location="/")
        else:
            jobs[parts[1]] = body
        self.answer(200)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Jenkins)
threading.Thread(target=server.serve_forever, daemon=True).start()
with open("jobs.ini", "w") as settings:
    settings.write(f"[jenkins]\nurl=http://127.0.0.1:{server.server_port}\nuser=me\npassword=me\nquery_plugins_info=False\n")
for run in [
    "update specs",
    "update --enabled-only --delete-old specs",
    "update specs",
    "update --delete-old specs build",
    "update specs",
    "--ignore-cache update specs",
]:
    subprocess.run(
        ["venv/bin/jenkins-jobs", "--conf", "jobs.ini", *run.split()],
        env={**os.environ, "HOME": os.getcwd(), "XDG_CACHE_HOME": os.path.join(os.getcwd(), "cache")},
        check=True,
        stderr=subprocess.DEVNULL,
    )
    print(f"{run:41}  {' '.join(sorted(jobs))}")
PY
venv/bin/python runs.py > seen.txt
cat > expected.txt <<'TXT'
update specs                               build release test
update --enabled-only --delete-old specs   build test
update specs                               build test
update --delete-old specs build            build
update specs                               build
--ignore-cache update specs                build release test
TXT
diff expected.txt seen.txt && echo "as described"
