#!/usr/bin/env bash
# Jenkins Job Builder compares the versions of its own list of plugins as texts, so that 2.100 is older than 2.39.
#
# Versions: jenkins-job-builder 6.5.0 with python-jenkins 1.8.3 (PyPI), seen 2026-12-01 on Python 3.11.7, against a small server
# that answers as Jenkins does.
#
# Behaviour: what is written for some plugins depends on their version. Job Builder asks the server, or reads a file that
# `get-plugins-info` has made there (`-p`). Versions of the server come with an order of their own; those of the file are plain
# texts, compared letter by letter. So Email Extension 2.100 and 1933, both later than 2.39, get the elements of versions before
# that, which have no sender and do not know those who broke a test; 2038 is right again. All that is said is a warning
# about PEP 440, for some versions, the right one among them.
#
# Output seen (the plugin's version; to whom mail goes, and from whom; by the server; by its list):
#   2.39               suspects committers, ci@example.com  suspects committers, ci@example.com
#   2.100              suspects committers, ci@example.com  nobody, nobody
#   1933.v45cec755423  suspects committers, ci@example.com  nobody, nobody
#   2038.v7b8817a499d  suspects committers, ci@example.com  suspects committers, ci@example.com
#
# Why it matters: the list is there for pipelines that may not see Jenkins, and for tests of what they generate. They get other
# jobs than an update that asks the server, from the same specs; mail to those who broke a test stops, and begins again with a
# later version. Without server and list (`query_plugins_info=False`) the newest form that Job Builder knows is written.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkins-job-builder==6.5.0 python-jenkins==1.8.3 'setuptools<81'
mkdir specs
cat > specs/jobs.yaml <<'YAML'
- job:
    name: build
    publishers:
      - email-ext:
          failure: true
          from: ci@example.com
          send-to: [failing-test-suspects-recipients, upstream-committers]
YAML
cat > compare.py <<'PY'
import json
import os
import subprocess
import threading
import xml.etree.ElementTree as ET
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

installed = {}


class Jenkins(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"plugins": [installed]}).encode() if self.path.startswith("/pluginManager/") else b""
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def run(*words):
    command = ["venv/bin/jenkins-jobs", "--conf", "jobs.ini", *words]
    home = {"HOME": os.getcwd(), "XDG_CACHE_HOME": os.path.join(os.getcwd(), "cache")}
    return subprocess.run(command, env={**os.environ, **home}, check=True, capture_output=True).stdout


def mail(config):
    publisher = ET.fromstring(config).find(".//hudson.plugins.emailext.ExtendedEmailPublisher")
    email = publisher.find(".//hudson.plugins.emailext.plugins.trigger.FailureTrigger/email")
    kinds = {"FailingTestSuspectsRecipientProvider": "suspects", "UpstreamComitterRecipientProvider": "committers"}
    to = [kinds[provider.tag.rsplit(".", 1)[1]] for provider in email.findall("recipientProviders/*")]
    to += [element.tag for element in email if element.tag.startswith(("send", "include")) and element.text == "true"]
    return f"{' '.join(to) or 'nobody'}, {publisher.findtext('from') or 'nobody'}"


server = ThreadingHTTPServer(("127.0.0.1", 0), Jenkins)
threading.Thread(target=server.serve_forever, daemon=True).start()
with open("jobs.ini", "w") as settings:
    settings.write(f"[jenkins]\nurl=http://127.0.0.1:{server.server_port}\nuser=me\npassword=me\n")
for version in ["2.39", "2.100", "1933.v45cec755423", "2038.v7b8817a499d"]:
    installed.update(shortName="email-ext", longName="Email Extension Plugin", version=version)
    run("get-plugins-info", "-o", "plugins.yaml")
    print(f"{version:17}  {mail(run('test', 'specs')):35}  {mail(run('test', '-p', 'plugins.yaml', 'specs'))}")
PY
venv/bin/python compare.py > seen.txt
cat > expected.txt <<'TXT'
2.39               suspects committers, ci@example.com  suspects committers, ci@example.com
2.100              suspects committers, ci@example.com  nobody, nobody
1933.v45cec755423  suspects committers, ci@example.com  nobody, nobody
2038.v7b8817a499d  suspects committers, ci@example.com  suspects committers, ci@example.com
TXT
diff expected.txt seen.txt && echo "as described"
