import { main } from '../../../compiler/cli/main.ts';
import type { JenkinsModel } from '../../support/jenkins-model.ts';
import { type Faults, startJenkins } from '../../support/jenkins-server.ts';
import { connectedHost } from '../jenkins-server/reading.ts';

/** What a command said about a server. */
interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
  /** Returns the text of a file; empty when there is none. */
  readonly file: (name: string) => string;
  readonly mode: (name: string) => number | undefined;
}

/** Runs a command of a project against a server. */
export async function runAgainst(
  model: JenkinsModel,
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  faults?: Faults,
): Promise<Ran> {
  await using server = await startJenkins(model, faults === undefined ? {} : { faults });
  const login = { JENKINS_USER: 'admin', JENKINS_TOKEN: '11aaaa', BITESIZE_ALLOW_PLACEHOLDERS: '1' };
  const host = connectedHost({ files, env: { ...login, ...env } });
  const [command = '', ...rest] = argv;
  const code = await main([command, '--jenkins', server.url, ...rest], host);
  const plain = (told: string) => told.replaceAll(server.url, 'http://jenkins');
  return {
    code,
    output: plain(host.output()),
    errors: plain(host.errors()),
    file: (name) => {
      const read = host.files.read(name);
      return read.ok ? new TextDecoder().decode(read.value) : '';
    },
    mode: (name) => {
      const status = host.files.status(name);
      return status.ok ? status.value.mode & 0o777 : undefined;
    },
  };
}
