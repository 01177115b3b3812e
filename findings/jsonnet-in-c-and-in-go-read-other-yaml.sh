#!/usr/bin/env bash
# The two Jsonnets read YAML differently: to the one in C++ an alias is the text "*name", and `on`, `0644` and `~` are texts.
#
# Versions: jsonnet 0.22.0 (the implementation in C++, with rapidyaml) and gojsonnet 0.22.0 (the one in Go, with
# sigs.k8s.io/yaml), both PyPI; seen 2026-12-01 on Python 3.11.7.
#
# Behaviour: `std.parseYaml` is part of the language, which both have in the same version. The Go one reads as kubectl does, by
# YAML 1.1. The C++ one knows `true`, `false`, `null` and decimal numbers; whatever else is plain is a text, an alias included,
# so that `<<` is a key whose value is "*name", and a tag such as `!!str` means nothing. No version of YAML takes an alias for
# a text, so it is no matter of 1.1 or 1.2. No error, no warning.
#
# Output seen (the value of the last key; `|` stands for a line break):
#   image: &base node:22 | init: *base            C++ "*base"             Go "node:22"
#   small: &small {cpu: 1} | agent: {<<: *small}  C++ {"<<":"*small"}     Go {"cpu":1}
#   mode: 0644                                    C++ "0644"              Go 420
#   tty: on                                       C++ "on"                Go true
#   label: ~                                      C++ "~"                 Go null
#   version: !!str 1.10                           C++ 1.1000000000000001  Go "1.10"
#
# Why it matters: pod templates and values of a chart are read in by `std.parseYaml(importstr ...)`. Which Jsonnet runs depends
# on the machine: packages of distributions and of PyPI are the C++ one, Tanka and most tools of Kubernetes have the other. The
# manifests then have an image called `*base`, or a mode that the server refuses. JSON, or YAML of quoted texts and decimal
# numbers without aliases, is read alike.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jsonnet==0.22.0 gojsonnet==0.22.0
cat > read.py <<'PY'
import json

import _gojsonnet
import _jsonnet

PROGRAM = "std.manifestJsonMinified(std.parseYaml(std.extVar('text'))[std.extVar('key')])"
TEXTS = {
    "image: &base node:22\ninit: *base": "init",
    "small: &small {cpu: 1}\nagent: {<<: *small}": "agent",
    "mode: 0644": "mode",
    "tty: on": "tty",
    "label: ~": "label",
    "version: !!str 1.10": "version",
}
for text, key in TEXTS.items():
    in_c, in_go = (
        json.loads(jsonnet.evaluate_snippet("read.jsonnet", PROGRAM, ext_vars={"text": text, "key": key}))
        for jsonnet in (_jsonnet, _gojsonnet)
    )
    print(f"{' | '.join(text.splitlines()):44}  C++ {in_c:18}  Go {in_go}")
PY
venv/bin/python read.py > seen.txt
cat > expected.txt <<'TXT'
image: &base node:22 | init: *base            C++ "*base"             Go "node:22"
small: &small {cpu: 1} | agent: {<<: *small}  C++ {"<<":"*small"}     Go {"cpu":1}
mode: 0644                                    C++ "0644"              Go 420
tty: on                                       C++ "on"                Go true
label: ~                                      C++ "~"                 Go null
version: !!str 1.10                           C++ 1.1000000000000001  Go "1.10"
TXT
diff expected.txt seen.txt && echo "as described"
