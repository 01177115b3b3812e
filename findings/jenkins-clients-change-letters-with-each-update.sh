#!/usr/bin/env bash
# Three clients of Jenkins, given back the configuration that they have read, change its letters, and more with each update.
#
# Versions: jenkinsapi 0.3.23, aiojenkins 0.8.0, python-jenkins 1.8.3 (PyPI), github.com/bndr/gojenkins v1.1.0, seen 2026-11-30
# on Python 3.11.7, against a small server that reads bodies as a servlet has to: as ISO 8859-1 if the request names no
# charset. Jenkins 2.579 was seen to do so with `application/xml`; the XML declaration does not count, as it reads characters.
#
# Behaviour: the configuration comes as UTF-8. All four send UTF-8, but only python-jenkins says so. jenkinsapi sends no content
# type, aiojenkins `text/xml` and gojenkins `application/xml`, without a charset. Each byte becomes a letter, the server stores
# those and answers 200; the next update takes the wrong text for the right one. Jobs that are created, which Jenkins reads
# as bytes, keep their letters, so a test that makes a job and looks at it passes.
#
# Output seen (the client; the content type; the description `Prüfung` after one update and after two):
#   python-jenkins  text/xml; charset=utf-8  Prüfung    Prüfung
#   jenkinsapi      none                     PrÃ¼fung   PrÃÂ¼fung
#   aiojenkins      text/xml                 PrÃ¼fung   PrÃÂ¼fung
#   gojenkins       application/xml          PrÃ¼fung   PrÃÂ¼fung
#
# Why it matters: the usual update reads the configuration, sets a label and puts it back. Names of people in descriptions, texts
# of mails and scripts with other letters are spoilt with it, in jobs that were right when they were made, and a nightly run
# doubles the damage. Letters as numeric references (`&#xfc;`), which is what a generator can print, come through.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "$server" 2> /dev/null || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT
server=
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jenkinsapi==0.3.23 aiojenkins==0.8.0 python-jenkins==1.8.3
cat > server.py <<'PY'
import json
import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

start = "<?xml version='1.1' encoding='UTF-8'?>\n<project>\n  <description>Prüfung</description>\n</project>"
jobs = {}
seen = {}


class Server(BaseHTTPRequestHandler):
    def answer(self, body="", kind="application/xml"):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("X-Jenkins", "2.579")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def do_GET(self):
        path = urlsplit(self.path).path
        if path == "/seen":
            rows = [f"{name:<15} {' '.join(parts)}\n" for name, parts in seen.items()]
            return self.answer("".join(rows), "text/plain; charset=utf-8")
        if "/config.xml" in path:
            return self.answer(jobs.get(path.split("/")[2], start))
        names = ["python-jenkins", "jenkinsapi", "aiojenkins", "gojenkins"]
        job = {"_class": "hudson.model.FreeStyleProject", "color": "blue"}
        rows = [{**job, "name": name, "url": f"{url}/job/{name}/"} for name in names]
        page = next((row for row in rows if f"/job/{row['name']}/" in path), {"_class": "hudson.model.Hudson", "jobs": rows})
        if "crumbIssuer" in path:
            page = {"crumb": "x", "crumbRequestField": "Jenkins-Crumb"}
        self.answer(json.dumps(page), "application/json")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        name = urlsplit(self.path).path.split("/")[2]
        kind = self.headers.get("Content-Type", "none")
        charset = re.search(r"charset=([\w-]+)", kind)
        jobs[name] = body.decode(charset[1] if charset else "iso-8859-1")
        text = re.search("<description>(.*)</description>", jobs[name])[1]
        text = re.sub(r"[\x80-\x9f]", "", text)  # some of the letters that come of it are control characters
        seen.setdefault(name, [f"{kind:<24}"]).append(f"{text:<10}")
        self.answer()

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
url = f"http://127.0.0.1:{server.server_port}"
with open("url.part", "w") as file:
    file.write(url)
os.rename("url.part", "url")
server.serve_forever()
PY
cat > update.py <<'PY'
import asyncio
import sys

import aiojenkins
import jenkins
from jenkinsapi.jenkins import Jenkins

url = sys.argv[1]
one = jenkins.Jenkins(url, "me", "me")
two = Jenkins(url, username="me", password="me", lazy=True)["jenkinsapi"]


async def three():
    async with aiojenkins.Jenkins(url, "me", "me") as client:
        await client.jobs.reconfigure("aiojenkins", await client.jobs.get_config("aiojenkins"))


for _ in range(2):
    one.reconfig_job("python-jenkins", one.get_job_config("python-jenkins"))
    two.update_config(two.get_config())
    asyncio.run(three())
PY
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > update.go <<'GO'
package main

import (
	"context"
	"os"

	"github.com/bndr/gojenkins"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	ctx := context.Background()
	client, err := gojenkins.CreateJenkins(nil, os.Args[1], "me", "me").Init(ctx)
	check(err)
	job, err := client.GetJob(ctx, "gojenkins")
	check(err)
	for range 2 {
		config, err := job.GetConfig(ctx)
		check(err)
		check(job.UpdateConfig(ctx, config))
	}
}
GO
venv/bin/python server.py &
server=$!
until [ -e url ]; do kill -0 "$server"; sleep 0.1; done
venv/bin/python update.py "$(cat url)"
go get github.com/bndr/gojenkins@v1.1.0 2> /dev/null
go run -mod=mod update.go "$(cat url)"
venv/bin/python -c 'import sys, urllib.request; print(urllib.request.urlopen(sys.argv[1]).read().decode(), end="")' \
  "$(cat url)/seen" | sed 's/ *$//' > seen.txt
cat > expected.txt <<'TXT'
python-jenkins  text/xml; charset=utf-8  Prüfung    Prüfung
jenkinsapi      none                     PrÃ¼fung   PrÃÂ¼fung
aiojenkins      text/xml                 PrÃ¼fung   PrÃÂ¼fung
gojenkins       application/xml          PrÃ¼fung   PrÃÂ¼fung
TXT
diff expected.txt seen.txt && echo "as described"
