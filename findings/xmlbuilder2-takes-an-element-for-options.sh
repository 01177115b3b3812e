#!/usr/bin/env bash
# xmlbuilder2 prints nothing for an object with one element whose name is that of an option, such as <version> or <parser>.
#
# Versions: xmlbuilder2 4.0.3 (npm), seen 2026-11-30 on Node 20.20.2.
#
# Behaviour: `create(object)` and `fragment(object)` take one argument that may be the options or the contents, and guess
# which: an object all of whose keys are names of options is the options. Twelve names are options. So `{ version: '17' }`
# becomes an empty text; for three of the names an error is raised that speaks of a property of a string. With a second key,
# one level deeper, or through `create().ele(object)` the same object is printed. No error, no warning for nine names.
#
# Output seen:
#   version -> ""
#   encoding -> ""
#   standalone -> ""
#   keepNullNodes -> ""
#   keepNullAttributes -> ""
#   ignoreConverters -> ""
#   skipWhitespaceOnlyText -> ""
#   convert -> an error
#   defaultNamespace -> an error
#   namespaceAlias -> an error
#   parser -> ""
#   invalidCharReplacement -> ""
#   jdk -> "<jdk>17</jdk>"
#   fragment version -> ""
#   fragment jdk -> "<jdk>17</jdk>"
#   create().ele() version -> "<version>17</version>"
#
# Why it matters: config.xml of Jenkins has such elements (<parser> of the Coverage plugin, <version> of tools, <encoding> of
# reports), and a fragment of a job is often one element. Whoever prints one at a time loses just these.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund xmlbuilder2@4.0.3 > /dev/null
cat > print.mjs <<'JS'
import { create, fragment } from 'xmlbuilder2';

const shown = (print) => {
  try {
    return JSON.stringify(print()).replaceAll('\\"', '"');
  } catch {
    return 'an error';
  }
};
const names = [
  'version', 'encoding', 'standalone', 'keepNullNodes', 'keepNullAttributes', 'ignoreConverters',
  'skipWhitespaceOnlyText', 'convert', 'defaultNamespace', 'namespaceAlias', 'parser', 'invalidCharReplacement', 'jdk',
];
for (const name of names) console.log(`${name} -> ${shown(() => create({ [name]: '17' }).end({ headless: true }))}`);
for (const name of ['version', 'jdk']) console.log(`fragment ${name} -> ${shown(() => fragment({ [name]: '17' }).toString())}`);
console.log(`create().ele() version -> ${shown(() => create().ele({ version: '17' }).toString())}`);
JS
node print.mjs > seen.txt
cat > expected.txt <<'TXT'
version -> ""
encoding -> ""
standalone -> ""
keepNullNodes -> ""
keepNullAttributes -> ""
ignoreConverters -> ""
skipWhitespaceOnlyText -> ""
convert -> an error
defaultNamespace -> an error
namespaceAlias -> an error
parser -> ""
invalidCharReplacement -> ""
jdk -> "<jdk>17</jdk>"
fragment version -> ""
fragment jdk -> "<jdk>17</jdk>"
create().ele() version -> "<version>17</version>"
TXT
diff expected.txt seen.txt && echo "as described"
