import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFully } from '../../../compiler/compile.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import {
  type ClusterAnswer,
  clusterDrift,
  clusterPlan,
} from '../../../compiler/live/cluster/cluster-changes.ts';
import { openProject } from '../../../compiler/read/open-project.ts';
import { requireTool } from '../../oracles/tools/require-tool.ts';
import { type Connection, kubeconfig } from '../server/connection.ts';
import { kubectlTool } from '../server/programs.ts';

/** Compares the project of a folder with the cluster, with the real kubectl; `as` is another user than the administrator. */
export async function askCluster(
  connection: Connection,
  purpose: 'drift' | 'plan',
  folder: string,
  as?: string,
): Promise<ClusterAnswer> {
  const env = {
    ...process.env,
    PATH: `${dirname(requireTool(kubectlTool))}:${process.env.PATH}`,
    KUBECONFIG: kubeconfig(connection, as),
  };
  const host = { ...createNodeHost(pathToFileURL(`${process.cwd()}/`)), env };
  const { sources, files } = await openProject(host, folder);
  const compilation = await compileFully(sources, { files, allowPlainSecrets: true });
  const ask = purpose === 'drift' ? clusterDrift : clusterPlan;
  return ask(host, [{ folder, compilation }], 'test');
}

/** Returns what is said about the one project of an answer, in lines; throws what ended everything. */
export function linesOf({ projects, diagnostics }: ClusterAnswer): readonly string[] {
  const [first] = projects;
  if (first === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return [
    ...first.changes.flatMap(({ action, name, fields, risks }) => [
      `${action} ${name}`,
      ...fields.map(
        ({ path, before, after }) => `  ${path}: ${before?.value ?? '-'} -> ${after?.value ?? '-'}`,
      ),
      ...risks.map(({ kind, text }) => `  ! ${kind}: ${text}`),
    ]),
    ...first.diagnostics.map(({ code, message }) => `${code}: ${message}`),
    ...first.notes,
  ];
}
