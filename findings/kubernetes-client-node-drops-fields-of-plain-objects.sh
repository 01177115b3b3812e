#!/usr/bin/env bash
# The JavaScript client of Kubernetes drops fields that it has renamed for itself, if they come by their own names.
#
# Versions: @kubernetes/client-node 1.4.0 (npm; the newest that starts on Node 20), js-yaml 4.1.1, seen 2026-11-29 on Node
# 20.20.2. Open there as issue 2825.
#
# Behaviour: `KubernetesObjectApi.create` takes any object of Kubernetes, but sends only the fields that its generated
# classes know by their names in JavaScript. Names that are words of JavaScript, or have a hyphen, are others there:
# `default` is `_default`, `enum` is `_enum`, `from` of a network policy is `_from`, and `x-kubernetes-...` is written with
# underscores. An object that `loadYaml` of the same package has read has those names and is sent whole; the same manifest
# as it stands, read by js-yaml or made by a generator, arrives without these fields. Fields that are newer than the
# client are missing in both ways. No error, no warning.
#
# Output seen (what a server receives of a LimitRange and of a schema):
#   manifest as it stands: [{"defaultRequest":{"cpu":"1"},"type":"Container"}]
#   read by loadYaml:      [{"default":{"cpu":"2"},"defaultRequest":{"cpu":"1"},"type":"Container"}]
#   manifest as it stands: {"type":"string"}
#   read by loadYaml:      {"default":"a","enum":["a","b"],"type":"string"}
#
# Why it matters: the objects stay valid, so the server takes them. Containers get no limit, a custom resource takes any
# text, a rule of a network policy is wider than it was written. Whoever sends generated manifests with this client should
# print them and read them by `loadYaml`, and compare what the server has stored.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @kubernetes/client-node@1.4.0 js-yaml@4.1.1 > /dev/null
cat > send.mjs <<'JS'
import { createServer } from 'node:http';
import { KubeConfig, KubernetesObjectApi, loadYaml } from '@kubernetes/client-node';
import { load } from 'js-yaml';

const range = `
apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
spec: { limits: [{ type: Container, default: { cpu: "2" }, defaultRequest: { cpu: "1" } }] }
`;
const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: shops.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Shop, plural: shops }
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: string, default: a, enum: [a, b] } } }
`;
const resources = [
  { name: 'limitranges', kind: 'LimitRange', namespaced: true },
  { name: 'customresourcedefinitions', kind: 'CustomResourceDefinition', namespaced: false },
];

let received;
const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts).toString();
  if (request.method === 'POST') received = JSON.parse(body);
  response.setHeader('content-type', 'application/json');
  response.end(request.method === 'POST' ? body : JSON.stringify({ kind: 'APIResourceList', resources }));
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));

const config = new KubeConfig();
config.loadFromOptions({
  clusters: [{ name: 'here', server: `http://127.0.0.1:${server.address().port}`, skipTLSVerify: true }],
  users: [{ name: 'me' }],
  contexts: [{ name: 'here', cluster: 'here', user: 'me' }],
  currentContext: 'here',
});
const api = KubernetesObjectApi.makeApiClient(config);
for (const [manifest, part] of [
  [range, (object) => object.spec.limits],
  [definition, (object) => object.spec.versions[0].schema.openAPIV3Schema],
])
  for (const [how, read] of [
    ['manifest as it stands:', load],
    ['read by loadYaml:     ', loadYaml],
  ]) {
    await api.create(read(manifest));
    console.log(how, JSON.stringify(part(received)));
  }
server.close();
server.closeAllConnections();
JS
node send.mjs > seen.txt
cat > expected.txt <<'TXT'
manifest as it stands: [{"defaultRequest":{"cpu":"1"},"type":"Container"}]
read by loadYaml:      [{"default":{"cpu":"2"},"defaultRequest":{"cpu":"1"},"type":"Container"}]
manifest as it stands: {"type":"string"}
read by loadYaml:      {"default":"a","enum":["a","b"],"type":"string"}
TXT
diff expected.txt seen.txt && echo "as described"
