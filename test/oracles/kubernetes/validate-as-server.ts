import { kubectlValidateTool } from '../tools/kubectl-validate.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';
import type { ObjectProblem } from './validate-objects.ts';

/** The newest version whose schemas kubectl-validate has built in. */
const VERSION = '1.30';

interface Answer {
  readonly status: string;
  readonly message?: string;
  readonly details?: { readonly causes?: readonly { readonly field?: string; readonly message?: string }[] };
}

/** Kinds that no API server knows without their CustomResourceDefinition. */
const UNKNOWN_KIND = /failed to locate OpenAPI spec|failed to retrieve validator/;

/** Whether kubectl-validate is here; without it the tests that need it are skipped. */
export function canValidateAsServer(): boolean {
  return kubectlValidateTool.find() !== undefined;
}

/** Validates files of Kubernetes objects with the code and schemas of the API server of Kubernetes 1.30. */
export async function validateAsServer(files: readonly string[]): Promise<readonly ObjectProblem[]> {
  const program = requireTool(kubectlValidateTool);
  const { stdout, stderr } = await runCommand(program, ['--version', VERSION, '--output', 'json', ...files]);
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
