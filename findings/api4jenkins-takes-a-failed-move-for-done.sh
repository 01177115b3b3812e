#!/usr/bin/env bash
# api4jenkins takes a failed move for done, and what is asked of the job next goes to its page for moving.
#
# Versions: api4jenkins 2.1.0 (PyPI), seen 2026-11-30 on Python 3.11.7, against a small server that answers as Jenkins does.
#
# Behaviour: Jenkins answers a move with a redirect to the new place, and a move that cannot be done (no such folder, name taken,
# a folder into itself) with a redirect, too, back to the page with the form. `move` makes the address of that answer the
# address of the job in both cases. So it returns as usual, and `exists`, `configure`, `disable` or `delete` of the same object
# ask for pages below `/job/build/move/`, which are not there.
#
# Output seen (the requests of `move('nowhere')`, `exists()` and `delete()`):
#   POST /job/build/move/move -> 302 /job/build/move/
#   GET /job/build/move/api/json -> 404
#   exists: False
#   POST /job/build/move/doDelete -> 404
#   delete: ItemNotFoundError
#
# Why it matters: a script that sorts jobs into folders reports them as moved. One that looks whether the job is there, and makes
# it anew if it is not, has it twice then, with two histories and two timers. After a move the object has to be thrown away and
# the job to be asked for under its new name.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check api4jenkins==2.1.0
cat > move.py <<'PY'
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from api4jenkins import Jenkins

seen = []
crumb = {"crumb": "x", "crumbRequestField": "Jenkins-Crumb"}
build = {"_class": "hudson.model.FreeStyleProject", "name": "build", "fullName": "build"}


class Server(BaseHTTPRequestHandler):
    def answer(self, status, body="", location=None):
        path = urlsplit(self.path).path
        if "/build/" in path:
            seen.append(f"{self.command} {path} -> {status} {location or ''}".strip())
        self.send_response(status)
        if location:
            self.send_header("Location", url + location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def do_GET(self):
        pages = {
            "/crumbIssuer/api/json": crumb,
            "/api/json": {"_class": "hudson.model.Hudson", "jobs": [{**build, "url": f"{url}/job/build/"}]},
            "/job/build/api/json": {**build, "url": f"{url}/job/build/"},
        }
        page = pages.get(urlsplit(self.path).path)
        self.answer(200, json.dumps(page)) if page else self.answer(404)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        moves = urlsplit(self.path).path == "/job/build/move/move"
        self.answer(302, location="/job/build/move/") if moves else self.answer(404)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}"
job = Jenkins(url, auth=("me", "me")).get_job("build")
seen.clear()
job.move("nowhere")
seen.append(f"exists: {job.exists()}")
try:
    job.delete()
except Exception as error:
    seen.append(f"delete: {type(error).__name__}")
print(*seen, sep="\n")
PY
venv/bin/python move.py > seen.txt
cat > expected.txt <<'TXT'
POST /job/build/move/move -> 302 /job/build/move/
GET /job/build/move/api/json -> 404
exists: False
POST /job/build/move/doDelete -> 404
delete: ItemNotFoundError
TXT
diff expected.txt seen.txt && echo "as described"
