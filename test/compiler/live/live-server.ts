import { main } from '../../../compiler/cli/main.ts';
import { withoutMarker } from '../../../compiler/live/marker.ts';
import type { JenkinsModel } from '../../support/jenkins-model.ts';
import { startJenkins } from '../../support/jenkins-server.ts';
import { connectedHost } from '../jenkins-server/reading.ts';

/** What a command said about a server. */
export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
  /** Returns the text of a file. */
  readonly file: (name: string) => string;
}

/** Runs a command of a project against a server. */
export async function runAgainst(
  model: JenkinsModel,
  files: Readonly<Record<string, string>>,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  await using server = await startJenkins(model);
  const login = { JENKINS_USER: 'admin', JENKINS_TOKEN: '11aaaa', BITESIZE_ALLOW_PLACEHOLDERS: '1' };
  const host = connectedHost({ files, env: { ...login, ...env } });
  const [command = '', ...rest] = argv;
  const code = await main([command, '--jenkins', server.url, ...rest], host);
  const text = (name: string) => {
    const read = host.files.read(name);
    return read.ok ? new TextDecoder().decode(read.value) : '';
  };
  const plain = (told: string) => told.replaceAll(server.url, 'http://jenkins');
  return { code, output: plain(host.output()), errors: plain(host.errors()), file: text };
}

/** Returns a description without the marker that it has in XML. */
export function plainDescription(text: string): string {
  return withoutMarker(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
}
