#!/usr/bin/env bash
# git-url-parse and giturlparse, asked for the address of a repository by SSH, give that of another repository or host.
#
# Versions: git-url-parse 16.1.0 (npm), giturlparse 0.16.0 (PyPI), git 2.39.5, seen 2026-12-01 on Node 20.20.2 and Python 3.11.7.
#
# Behaviour: both make an address for HTTPS or SSH of any address of git (`toString('ssh')`, `url2ssh`). The path of `ssh://` is
# one from the root of the server, that of `host:path` one from the home folder; both turn the first into the second without its
# slash. git-url-parse puts `git/` in front of a repository without a group, which it does not do for HTTPS, and loses a host
# without a user; giturlparse turns a port into a folder, and does not know an address without a user. No error, no warning.
#
# Output seen (the address; then what git asks for, by that address and by those of git-url-parse and giturlparse):
#   git@git.example.com:team/shop.git
#     git            git@git.example.com team/shop.git
#     git-url-parse  git@git.example.com team/shop.git
#     giturlparse    git@git.example.com team/shop.git
#   git@git.example.com:shop.git
#     git            git@git.example.com shop.git
#     git-url-parse  git@git.example.com git/shop.git
#     giturlparse    git@git.example.com shop.git
#   ssh://git@git.example.com/srv/shop.git
#     git            git@git.example.com /srv/shop.git
#     git-url-parse  git@git.example.com srv/shop.git
#     giturlparse    git@git.example.com srv/shop.git
#   ssh://git@git.example.com:2222/team/shop.git
#     git            git@git.example.com port 2222 /team/shop.git
#     git-url-parse  git@git.example.com port 2222 /team/shop.git
#     giturlparse    git@git.example.com 2222/team/shop.git
#   build:team/shop.git
#     git            build team/shop.git
#     git-url-parse  no host
#     giturlparse    no host
#
# Why it matters: pipelines check out by SSH what a webhook, a page or a `.gitmodules` file gives in another form, and names of
# jobs are made of owner and repository. A server of one's own has ports, repositories at the top level and hosts by short
# names, which none of the large services have, so tests with their addresses pass. `GIT_SSH_COMMAND` shows what git asks.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund git-url-parse@16.1.0 > /dev/null
cat > address.mjs <<'JS'
import parse from 'git-url-parse';

console.log(parse(process.argv[2]).toString('ssh'));
JS
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check giturlparse==0.16.0
cat > address.py <<'PY'
import sys

import giturlparse

parsed = giturlparse.parse(sys.argv[1])
print(parsed.url2ssh if parsed.valid else "not known")
PY
cat > ssh.sh <<'SSH'
#!/usr/bin/env bash
# Prints the host, the port and the path that git asks for.
port=
while [ "${1:0:1}" = - ]; do
  if [ "$1" = -p ]; then port=" port $2"; fi
  shift 2
done
path=${2#git-upload-pack }
echo "asked: $1$port ${path//\'/}" >&2
exit 1
SSH
chmod +x ssh.sh
# Prints what git asks for by an address.
asked() {
  case $1 in
    *@:* | 'not known') echo 'no host' ;;
    *) { GIT_SSH_VARIANT=ssh GIT_SSH_COMMAND="$PWD/ssh.sh" git ls-remote "$1" 2>&1 || true; } | sed -n 's/^asked: //p' ;;
  esac
}
for address in git@git.example.com:team/shop.git git@git.example.com:shop.git ssh://git@git.example.com/srv/shop.git \
  ssh://git@git.example.com:2222/team/shop.git build:team/shop.git; do
  echo "$address"
  echo "  git            $(asked "$address")"
  echo "  git-url-parse  $(asked "$(node address.mjs "$address")")"
  echo "  giturlparse    $(asked "$(venv/bin/python address.py "$address")")"
done > seen.txt
cat > expected.txt <<'TXT'
git@git.example.com:team/shop.git
  git            git@git.example.com team/shop.git
  git-url-parse  git@git.example.com team/shop.git
  giturlparse    git@git.example.com team/shop.git
git@git.example.com:shop.git
  git            git@git.example.com shop.git
  git-url-parse  git@git.example.com git/shop.git
  giturlparse    git@git.example.com shop.git
ssh://git@git.example.com/srv/shop.git
  git            git@git.example.com /srv/shop.git
  git-url-parse  git@git.example.com srv/shop.git
  giturlparse    git@git.example.com srv/shop.git
ssh://git@git.example.com:2222/team/shop.git
  git            git@git.example.com port 2222 /team/shop.git
  git-url-parse  git@git.example.com port 2222 /team/shop.git
  giturlparse    git@git.example.com 2222/team/shop.git
build:team/shop.git
  git            build team/shop.git
  git-url-parse  no host
  giturlparse    no host
TXT
diff expected.txt seen.txt && echo "as described"
