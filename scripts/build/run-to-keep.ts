import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandCode } from '../../compiler/cli/run-bin.ts';
import { codeScript, keptCode, keptCodeFile, runCode, type Use } from '../../compiler/cli/start/open-code.ts';
import { commandFlags, setFlags, threadFlags } from '../../compiler/host/v8-flags.ts';

/* Runs a built command on a project for one use, and keeps what V8 made of its code. */

const [target = '', given = '', out = ''] = process.argv.slice(2);
// The boundary: `keep-code.ts` starts this.
const use = given as Use;
setFlags(commandFlags);
if (use.endsWith('-thread')) setFlags(threadFlags);
const file = join(target, 'code/bitesize.cjs');
const code = readFileSync(file);
const script = codeScript(file, code);
const { main, createNodeHost } = runCode(script, file) as CommandCode;
const host = createNodeHost(pathToFileURL(`${target}/`));
const silent = { ...host.stdout, write: () => undefined };
const argv = use.startsWith('check') ? ['check'] : ['compile', '--out', out];
const quiet = Object.create(host, { stdout: { value: silent }, stderr: { value: silent } });
main([...argv, '.'], quiet).then((exitCode) => {
  if (exitCode !== 0) throw new Error(`${use}: exit code ${exitCode}`);
  const kept = keptCodeFile(target, use);
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, keptCode(code, script.createCachedData()));
});
