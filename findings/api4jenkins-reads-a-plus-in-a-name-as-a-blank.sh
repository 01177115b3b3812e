#!/usr/bin/env bash
# api4jenkins takes a plus sign in the name of a job or folder for a blank, so that it does not find what it has listed.
#
# Versions: api4jenkins 2.1.0 with httpx 0.28.1 (PyPI), python-jenkins 1.8.3 (PyPI), seen 2026-11-30 on Python 3.11.7, against a
# small server that answers as Jenkins does. That Jenkins leaves `+` in its addresses as it is was read in its source, not run.
#
# Behaviour: the full name of an item is made of its address, which is decoded as the query of a form is: `%20` and `+` are both
# blanks. In a path, `+` is a plus sign, and names of Jenkins may have it. So `full_name` has two blanks for `++`, `get_job` of
# it gives None, and `parent` of a job in such a folder is None. No error, no warning. Blanks and letters with accents come
# through, and python-jenkins, which reads the names that Jenkins sends, has the right ones.
#
# Output seen (the name; the full name by api4jenkins; whether it is found by that; the same with python-jenkins):
#   build      'build'      found      'build'      found
#   libc++     'libc  '     None       'libc++'     found
#   a b        'a b'        found      'a b'        found
#   prüfen     'prüfen'     found      'prüfen'     found
#   parent of c++/test: None
#
# Why it matters: `libstdc++`, `g++` and `c++17` are ordinary names of builds. A program that compares what the server has with
# what a repository says by `full_name` finds one job too many and one missing: it makes the missing one again (the name is
# taken) and deletes, or reports, the other. The `name` and `fullName` that Jenkins sends have to be asked for instead.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check api4jenkins==2.1.0 httpx==0.28.1 python-jenkins==1.8.3
cat > names.py <<'PY'
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote, urlsplit

import api4jenkins
import jenkins

names = ["build", "libc++", "a b", "prüfen"]


def item(*path, kind="hudson.model.FreeStyleProject"):
    # Jenkins leaves these signs in its addresses as they are.
    address = "".join(f"/job/{quote(name, safe='!$&()*+,-.=@_')}" for name in path)
    return {"_class": kind, "name": path[-1], "fullName": "/".join(path), "url": f"{url}{address}/"}


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        pages = {f"/job/{name}/api/json": item(name) for name in names}
        pages["/api/json"] = {"_class": "hudson.model.Hudson", "jobs": [item(name) for name in names]}
        pages["/job/c++/api/json"] = {"_class": "com.cloudbees.hudson.plugins.folder.Folder", "jobs": [item("c++", "test")]}
        pages["/crumbIssuer/api/json"] = {"crumb": "x", "crumbRequestField": "Jenkins-Crumb"}
        body = json.dumps(pages.get(path, {})).encode()
        self.send_response(200 if path in pages else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}"
first = api4jenkins.Jenkins(url, auth=("me", "me"))
second = jenkins.Jenkins(url, "me", "me")
for name, job, row in zip(names, first.iter(), second.get_all_jobs()):
    found = "found" if first.get_job(job.full_name) else "None"
    exists = "found" if second.job_exists(row["fullname"]) else "None"
    print(f"{name:<10} {job.full_name!r:<12} {found:<10} {row['fullname']!r:<12} {exists}")
print("parent of c++/test:", first.get_job("c++/test").parent)
PY
venv/bin/python names.py > seen.txt
cat > expected.txt <<'TXT'
build      'build'      found      'build'      found
libc++     'libc  '     None       'libc++'     found
a b        'a b'        found      'a b'        found
prüfen     'prüfen'     found      'prüfen'     found
parent of c++/test: None
TXT
diff expected.txt seen.txt && echo "as described"
