import { kubectlValidateTool } from '../tools/kubectl-validate.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

/** The versions whose schemas kubectl-validate has built in and that we support. */
export const VALIDATED_VERSIONS: readonly string[] = ['1.30'];

/** Whether kubectl-validate is here; without it the tests that need it are skipped. */
export function canValidateObjects(): boolean {
  return kubectlValidateTool.find() !== undefined;
}

/** A file and what an API server would refuse about it. */
export interface ObjectProblem {
  readonly file: string;
  readonly message: string;
}

interface Answer {
  readonly status: string;
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { readonly field?: string; readonly message?: string }[] };
}

/** Kinds that no API server knows without their CustomResourceDefinition. */
const UNKNOWN_KIND = /failed to locate OpenAPI spec|failed to retrieve validator/;

/** Validates files of Kubernetes objects as the API server of this version would, unknown fields included. */
export async function validateObjects(
  files: readonly string[],
  version: string,
): Promise<readonly ObjectProblem[]> {
  const program = requireTool(kubectlValidateTool);
  const { stdout, stderr } = await runCommand(program, ['--version', version, '--output', 'json', ...files]);
  if (!stdout.startsWith('{')) throw new Error(`kubectl-validate: ${stderr}`);
  const answers = JSON.parse(stdout) as Record<string, readonly Answer[]>;
  return Object.entries(answers).flatMap(([file, objects]) =>
    objects
      .filter((answer) => answer.status !== 'Success' && !UNKNOWN_KIND.test(answer.message ?? ''))
      .map((answer) => ({ file, message: describe(answer) })),
  );
}

function describe(answer: Answer): string {
  const causes = (answer.details?.causes ?? []).map((cause) => `${cause.field}: ${cause.message}`);
  return [answer.message ?? 'failed', ...causes].join('\n');
}
