#!/usr/bin/env bash
# Of two entries for one machine in a netrc file curl takes the first, and Python (requests, httpx) the last.
#
# Versions: pycurl 7.49.0 with libcurl 8.23.0, requests 2.34.2 with Python 3.11.7 (httpx has the same reader), netrc-parser
# 3.1.6 and netrc 0.1.4 (npm), github.com/jdx/go-netrc v1.0.0, seen 2026-11-30 on Node 20.20.2.
#
# Behaviour: no reader finds fault with two accounts on one machine. Nor do they with an entry `default` in front of others: to
# curl it is the end of the file, as it fits every machine; Python looks at it last. Of a password with `#` in it the two
# packages for Node leave out all from the sign on, though they read the file of curl. Python takes a backslash for an escape
# outside of quotes, too. Quotes around a password are part of it for some. No error, no warning, but 401 later.
#
# Output seen (the line or lines for one machine; the password that is used):
#                                          curl   requests  netrc-parser  netrc  go-netrc
#   login reader one, login writer two     one    two       one           two    one
#   default zero, then login reader one    zero   one       one           raised one
#   password ab#cd                         ab#cd  ab#cd     ab            ab     ab#cd
#   password ab\cd                         ab\cd  abcd      ab\cd         ab\cd  ab\cd
#   password "abcd"                        abcd   abcd      "abcd"        "abcd" "abcd"
#
# Why it matters: tokens for Jenkins and for registries are kept there, often one that may read and one that may write. A check
# by curl then runs with one account and the update by a client in Python with the other, and who looks for the cause
# with curl sees that it works. A file for several tools has one entry for each machine, `default` last, and plain signs.
set -euo pipefail
work=$(mktemp -d)
trap 'kill "$server" 2> /dev/null || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT
server=
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pycurl==7.49.0 requests==2.34.2
echo '{"private": true}' > package.json
npm install --silent --no-audit --no-fund netrc-parser@3.1.6 netrc@0.1.4
cat > go.mod <<'MOD'
module finding

go 1.26.0
MOD
cat > server.py <<'PY'
import base64
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        login = base64.b64decode(self.headers.get("Authorization", "").removeprefix("Basic "))
        self.send_response(200)
        self.send_header("Content-Length", str(len(login)))
        self.end_headers()
        self.wfile.write(login)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
with open("url.part", "w") as file:
    file.write(f"http://127.0.0.1:{server.server_port}/")
os.rename("url.part", "url")
server.serve_forever()
PY
cat > ask.py <<'PY'
import io
import sys

import pycurl
import requests

url = open("url").read()
if sys.argv[1] == "curl":
    body = io.BytesIO()
    curl = pycurl.Curl()
    curl.setopt(curl.URL, url)
    curl.setopt(curl.NETRC, curl.NETRC_REQUIRED)
    curl.setopt(curl.NETRC_FILE, "netrc")
    curl.setopt(curl.WRITEDATA, body)
    curl.perform()
    print(body.getvalue().decode().split(":")[1])
else:
    print(requests.get(url).text.split(":")[1])
PY
cat > ask.js <<'JS'
function machines() {
  if (process.argv[2] === 'netrc') return require('netrc')('netrc');
  const { Netrc } = require('netrc-parser');
  const file = new Netrc('netrc');
  file.loadSync();
  return file.machines;
}
try {
  console.log(machines()['127.0.0.1'].password);
} catch {
  console.log('raised');
}
JS
cat > ask.go <<'GO'
package main

import (
	"fmt"

	"github.com/jdx/go-netrc"
)

func main() {
	file, err := netrc.Parse("netrc")
	if err != nil {
		panic(err)
	}
	fmt.Println(file.Machine("127.0.0.1").Get("password"))
}
GO
go get github.com/jdx/go-netrc@v1.0.0 2> /dev/null
go build -mod=mod -o ask ask.go
python3 server.py &
server=$!
until [ -e url ]; do kill -0 "$server"; sleep 0.1; done
try() {
  printf '%s\n' "${@:2}" > netrc
  printf '%-38s %-6s %-9s %-13s %-6s %s\n' "$1" "$(venv/bin/python ask.py curl)" "$(NETRC=netrc venv/bin/python ask.py requests)" \
    "$(node ask.js netrc-parser)" "$(node ask.js netrc)" "$(./ask)"
}
here='machine 127.0.0.1 login'
{
  try 'login reader one, login writer two' "$here reader password one" "$here writer password two"
  try 'default zero, then login reader one' 'default login any password zero' "$here reader password one"
  try 'password ab#cd' "$here me password ab#cd"
  try 'password ab\cd' "$here me password ab\\cd"
  try 'password "abcd"' "$here me password \"abcd\""
} > seen.txt
cat > expected.txt <<'TXT'
login reader one, login writer two     one    two       one           two    one
default zero, then login reader one    zero   one       one           raised one
password ab#cd                         ab#cd  ab#cd     ab            ab     ab#cd
password ab\cd                         ab\cd  abcd      ab\cd         ab\cd  ab\cd
password "abcd"                        abcd   abcd      "abcd"        "abcd" "abcd"
TXT
diff expected.txt seen.txt && echo "as described"
