import { main } from '../../compiler/cli/main.ts';
import type { HttpClient } from '../../compiler/host/http.ts';
import { MemoryFiles } from '../../compiler/host/memory-files.ts';
import { createMemoryHost, type MemoryHost } from '../../compiler/host/memory-host.ts';
import { openNodeHttp } from '../../compiler/host/node-http.ts';
import { folderOf } from '../../compiler/host/path.ts';
import { JenkinsModel } from '../../test/support/jenkins-model.ts';
import { startJenkins } from '../../test/support/jenkins-server.ts';
import { savedXml } from '../../test/support/saved-xml.ts';

/** A guide whose commands ran, from top to bottom in one folder. */
export interface GuideRun {
  /** The guide with what the commands print now. */
  readonly text: string;
  /** The commands, with their exit codes. */
  readonly commands: readonly { readonly command: string; readonly code: number }[];
}

/**
 * Runs the `console` blocks of a guide in memory. A block with the name of
 * a file (`yaml <file>`) writes that file first, as the reader would. A
 * word of a command may stand in single quotes. A block with an address of https://ci.example.com is what a person saved in
 * that Jenkins, which is the one of the tests. The one command besides is a `sed` that prints a part of a file.
 * A line of three dots in the output of a block stands for what nobody wants to read: only the lines above are kept.
 */
export async function runGuide(text: string): Promise<GuideRun> {
  const files: Record<string, string> = {};
  // The hosts of guides are those of examples.
  const env = { BITESIZE_ALLOW_PLACEHOLDERS: '1', JENKINS_USER: 'admin', JENKINS_TOKEN: '11aaaa' };
  await using jenkins = await startGuideJenkins(env);
  const host = createMemoryHost({
    fileSystem: new MemoryFiles('/project', files),
    columns: 100,
    env,
    http: jenkins.send,
  });
  const commands: { command: string; code: number }[] = [];
  let printed = '';
  let from = 0;
  for (const block of text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```/gm)) {
    const [whole, kind, name, content = ''] = block;
    if (kind !== 'console') {
      if (name?.startsWith(JENKINS) === true) jenkins.save(name, content);
      else if (name !== undefined) {
        host.files.makeFolder(folderOf(name));
        host.files.write(name, content);
      }
      continue;
    }
    const [line = ''] = content.split('\n');
    const command = line.replace(/^\$ /, '');
    const { code, output } = await runCommand(host, command);
    commands.push({ command, code });
    printed += `${text.slice(from, block.index)}\`\`\`console\n$ ${command}\n${shortened(output, content)}\`\`\``;
    from = block.index + whole.length;
  }
  return { text: printed + text.slice(from), commands };
}

const JENKINS = 'https://ci.example.com';

interface GuideJenkins extends AsyncDisposable {
  readonly send: HttpClient['send'];
  /** Saves the configuration that has this address, as a person does. */
  readonly save: (address: string, xml: string) => void;
}

/** Starts the Jenkins of a guide, in which it is always the same time. */
async function startGuideJenkins(env: Readonly<Record<string, string>>): Promise<GuideJenkins> {
  const model = new JenkinsModel();
  model.nodes.push({ displayName: 'builder', labels: ['linux'] });
  for (const shortName of ['workflow-cps', 'workflow-job'])
    model.plugins.push({ shortName, version: '1', enabled: true });
  model.clock = () => Date.UTC(2026, 10, 30, 12);
  const server = await startJenkins(model);
  const http = openNodeHttp({ connections: 8, env });
  if (!http.ok) throw new Error(`no connections: ${http.failure.reason}`);
  return {
    send: (request) => http.value.send({ ...request, url: request.url.replace(JENKINS, server.url) }),
    save: (address, xml) => {
      const name = address
        .replace(/\/config\.xml$/, '')
        .split('/job/')
        .slice(1)
        .join('/');
      const known = model.find(name);
      if (known === undefined) model.addJob(name, xml);
      else known.xml = savedXml(xml) ?? known.xml;
    },
    [Symbol.asyncDispose]: async () => {
      await http.value.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function runCommand(host: MemoryHost, command: string): Promise<{ code: number; output: string }> {
  const [before, beforeErrors] = [host.output().length, host.errors().length];
  const printed = /^sed -n '\/(.+)\/,\/(.+)\/p' (\S+)$/.exec(command);
  if (printed !== null) return { code: 0, output: between(host, printed) };
  const words = command
    .split(' ')
    .slice(1)
    .map((word) => word.replace(/^'(.*)'$/, '$1'));
  const code = await main(words, host);
  return { code, output: host.errors().slice(beforeErrors) + host.output().slice(before) };
}

/** What `sed` prints from a line that fits to the next that fits, without that one: it only begins what follows. */
function between(host: MemoryHost, [, start = '', end = '', file = '']: readonly string[]): string {
  const read = host.files.read(file);
  const lines = read.ok ? new TextDecoder().decode(read.value).split('\n') : [];
  const first = lines.findIndex((line) => new RegExp(start).test(line));
  const last = lines.findIndex((line, index) => index > first && new RegExp(end).test(line));
  return `${lines.slice(first, last).join('\n').trimEnd()}\n`;
}

function shortened(output: string, written: string): string {
  const lines = written.trimEnd().split('\n');
  const dots = lines.indexOf('...');
  if (dots < 0) return output;
  const kept = output.split('\n').slice(0, dots - 1);
  return [...kept, '...', ''].join('\n');
}
