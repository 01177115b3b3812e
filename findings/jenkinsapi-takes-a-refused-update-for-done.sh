#!/usr/bin/env bash
# jenkinsapi does not look at the answer to `update_config`, `disable` and `enable`: a refused update counts as done.
#
# Versions: jenkinsapi 0.3.23 (PyPI), seen 2026-11-30 on Python 3.11.7, against a small server that answers as Jenkins does when
# rights are missing (403) and when it cannot read the XML (500).
#
# Behaviour: deletion, renaming and creation raise an error for such an answer. The three methods that change a job do not; they
# return the page with the error, or the answer. `update_config` then takes the new text for the configuration of the job, so
# that the object agrees with what was not stored. `create_job` with a name that exists sends nothing and returns the job that is
# there, whatever XML it was given. No error, no warning.
#
# Output seen (the call; what it sends; the answer; how it ends):
#   update_config  POST /job/build/config.xml  403  ended well
#   update_config  POST /job/build/config.xml  500  ended well
#   disable        POST /job/build/disable     403  ended well
#   create_job     nothing                     -    ended well
#   rename_job     POST /job/build/doRename    403  raised JenkinsAPIException
#
# Why it matters: a script that pushes generated jobs reports success for each of them with a token that may only read, and a
# configuration that Jenkins refuses stays the old one. A job that a script means to switch off goes on. Whoever uses it has to
# read the configuration again after each call (Jenkins drops unknown elements anyway), or to post by `requester` itself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkinsapi==0.3.23 'setuptools<81'
cat > push.py <<'PY'
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from jenkinsapi.jenkins import Jenkins

status = 403
sent = []


class Server(BaseHTTPRequestHandler):
    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def do_GET(self):
        build = {"_class": "hudson.model.FreeStyleProject", "name": "build", "url": f"{url}/job/build/", "color": "blue"}
        root = {"_class": "hudson.model.Hudson", "jobs": [build], "views": []}
        self.answer(200, json.dumps({**build, "actions": []} if self.path.startswith("/job/build") else root))

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        sent.append(f"POST {urlsplit(self.path).path}")
        self.answer(status, "refused")

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{server.server_port}"
jenkins = Jenkins(url, "me", "me", use_crumb=False)
disabled = "<project><disabled>true</disabled></project>"
for name, status, call in [
    ("update_config", 403, lambda: jenkins["build"].update_config(disabled)),
    ("update_config", 500, lambda: jenkins["build"].update_config(disabled)),
    ("disable", 403, lambda: jenkins["build"].disable()),
    ("create_job", 403, lambda: jenkins.create_job("build", disabled)),
    ("rename_job", 403, lambda: jenkins.rename_job("build", "shop")),
]:
    sent.clear()
    try:
        call()
        end = "ended well"
    except Exception as error:
        end = f"raised {type(error).__name__}"
    print(f"{name:13}  {sent[0] if sent else 'nothing':26}  {status if sent else '-':<3}  {end}")
PY
venv/bin/python push.py > seen.txt 2> /dev/null
cat > expected.txt <<'TXT'
update_config  POST /job/build/config.xml  403  ended well
update_config  POST /job/build/config.xml  500  ended well
disable        POST /job/build/disable     403  ended well
create_job     nothing                     -    ended well
rename_job     POST /job/build/doRename    403  raised JenkinsAPIException
TXT
diff expected.txt seen.txt && echo "as described"
