#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Stands in for kubectl and the cluster behind it: the volume is the folder VOLUME, and a Job that is resumed runs at
 * once, one index after the other, with the command and the variables of its manifest in EXAMPLE. CALLS gets a line for
 * each call.
 */
const { VOLUME = '', EXAMPLE = '', STATE = '', CALLS = '' } = process.env;
const [, , ...argv] = process.argv;
const words = argv[0] === '--namespace' ? argv.slice(2) : argv;
const [verb, kind, name] = words;

function finish(code, text = '') {
  process.stdout.write(text);
  process.exit(code);
}

function stateOf(job) {
  const path = join(STATE, `${job}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { codes: [], logs: '' };
}

/** Runs a container of a Job and returns its exit code and log. */
function runPod({ spec }, index) {
  const [container] = spec.template.spec.containers;
  const [program, ...rest] = container.command.map((word) => word.replace(/^\/scripts\//, `${EXAMPLE}/`));
  const env = { ...process.env };
  for (const { name: variable, value, valueFrom } of container.env ?? [])
    env[variable] = value ?? container.resources.limits[valueFrom.resourceFieldRef.resource.split('.')[1]];
  if (spec.completionMode === 'Indexed') env.JOB_COMPLETION_INDEX = String(index);
  const { status, stdout, stderr } = spawnSync(program, rest, { cwd: VOLUME, env, encoding: 'utf8' });
  return { code: status ?? 137, log: stdout + stderr };
}

appendFileSync(CALLS, `${words.slice(0, 3).join(' ')}\n`);
if (verb === 'exec') {
  const [program, ...rest] = words.slice(words.indexOf('--') + 1);
  finish(spawnSync(program, rest, { cwd: VOLUME, stdio: 'inherit' }).status ?? 1);
}
if (verb === 'cp') {
  cpSync(kind, name.replace('files:/fleet', VOLUME), { recursive: true });
  finish(0);
}
if (verb === 'patch') {
  const { load } = await import('js-yaml');
  const manifest = load(readFileSync(join(EXAMPLE, `${name}.yaml`), 'utf8'));
  const pods = Array.from({ length: manifest.spec.completions ?? 1 }, (_, index) => runPod(manifest, index));
  const state = { codes: pods.map(({ code }) => code), logs: pods.map(({ log }) => log).join('') };
  writeFileSync(join(STATE, `${name}.json`), JSON.stringify(state));
  finish(0);
}
if (verb === 'get' && kind === 'job')
  finish(0, stateOf(name).codes.every((code) => code === 0) ? 'SuccessCriteriaMet Complete' : 'Failed');
if (verb === 'get' && kind === 'pods') finish(0, 'merge-x7k2p');
if (verb === 'get' && kind === 'pod') finish(0, String(stateOf('merge').codes[0]));
if (verb === 'logs') finish(0, stateOf(kind === '--selector' ? 'compile' : 'merge').logs);
finish(verb === 'delete' || verb === 'apply' || verb === 'wait' ? 0 : 1);
