import { kubernetesValidateTool } from '../tools/kubernetes-validate.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

/** The versions of Kubernetes that the output is for. */
export const KUBERNETES_VERSIONS: readonly string[] = [
  '1.30',
  '1.31',
  '1.32',
  '1.33',
  '1.34',
  '1.35',
  '1.36',
  '1.37',
];

/** A file and what is wrong with an object in it. */
export interface ObjectProblem {
  readonly file: string;
  readonly message: string;
}

/** API groups that a cluster has by itself; an object of another group is a custom resource. */
const OWN_GROUP =
  /^(?:v\d\w*|(?:apps|batch|autoscaling|policy|extensions|(?!gateway\.|snapshot\.)[\w.]+\.k8s\.io)\/\S+)$/;
const LINE = /^(ERROR|WARN|FATAL) (.*)$/;
const NO_SCHEMA = /Couldn't find schema for kind \S+ with api version (\S+)/;

/**
 * Validates files of Kubernetes objects against the published schemas of a version: unknown fields and wrong types are
 * problems, and so is a kind that the version does not have. Custom resources are not judged.
 */
export async function validateObjects(
  files: readonly string[],
  version: string,
): Promise<readonly ObjectProblem[]> {
  const program = requireTool(kubernetesValidateTool);
  const { stdout, stderr } = await runCommand(program, ['-k', version, '--strict', ...files]);
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (lines.length === 0) throw new Error(`kubernetes-validate: ${stderr}`);
  return lines.flatMap((line) => {
    const text = LINE.exec(line)?.[2];
    const group = NO_SCHEMA.exec(line)?.[1];
    if (text === undefined || (group !== undefined && !OWN_GROUP.test(group))) return [];
    const file = files.find((each) => text.startsWith(`${each} `)) ?? '';
    return [{ file, message: text.slice(file.length).trim() }];
  });
}
