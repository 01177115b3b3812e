import { kubectlTool } from '../tools/kubectl.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

/** What `kubectl kustomize` makes of a folder: the objects as YAML, and what it refused. */
export interface Kustomization {
  readonly yaml: string;
  /** Empty when it was accepted. */
  readonly error: string;
}

/** Builds the folder of a kustomization.yaml. */
export async function kustomize(folder: string): Promise<Kustomization> {
  const { code, stdout, stderr } = await runCommand(requireTool(kubectlTool), ['kustomize', folder]);
  return { yaml: stdout, error: code === 0 ? '' : stderr || `kubectl ended with ${code}` };
}
