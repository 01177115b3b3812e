import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * Loaded into the command by `--import`: counts the changes that it makes to files, and sends BITESIZE_KILL_SIGNAL to it
 * and every process of its group at change number BITESIZE_KILL_AT. A write is killed when half of it is done. The end of the
 * process counts as its last change. BITESIZE_COUNT_TO names a file that gets the number of changes of a whole run.
 */
const { BITESIZE_KILL_AT: at, BITESIZE_KILL_SIGNAL: signal, BITESIZE_COUNT_TO: countTo } = process.env;
process.env.BITESIZE_KILL_GROUP ??= String(process.pid);
const group = Number(process.env.BITESIZE_KILL_GROUP);
const { appendFileSync, writeSync, writeFileSync } = fs;
const verbs = [
  ...[
    'mkdir',
    'mkdtemp',
    'open',
    'write',
    'writev',
    'writeFile',
    'appendFile',
    'copyFile',
    'cp',
    'rename',
    'link',
  ],
  ...['symlink', 'chmod', 'fchmod', 'unlink', 'rmdir', 'rm', 'truncate', 'ftruncate'],
];
let changes = 0;

for (const verb of verbs) {
  wrap(fs, `${verb}Sync`, verb);
  wrap(fs, verb, verb);
  wrap(fs.promises, verb, verb);
}
syncBuiltinESMExports();
process.on('exit', () => {
  count();
  if (countTo !== undefined) appendFileSync(countTo, `${changes}\n`);
});

function wrap(object, name, verb) {
  const original = object[name];
  if (original === undefined) return;
  object[name] = function counted(...values) {
    if (verb !== 'open' || isForWriting(values[1])) count(() => half(verb, values));
    return original.apply(this, values);
  };
}

function count(before) {
  if (changes++ !== Number(at ?? -1)) return;
  before?.();
  process.kill(-group, signal);
}

function isForWriting(flags) {
  return typeof flags === 'number' ? (flags & 3) !== 0 : /[wa+]/.test(flags ?? 'r');
}

function half(verb, [target, content]) {
  if (verb !== 'writeFile' && verb !== 'write') return;
  const bytes = Buffer.from(content);
  const part = bytes.subarray(0, bytes.length >> 1);
  if (typeof target === 'number') writeSync(target, part);
  else if (verb === 'writeFile') writeFileSync(target, part);
}
