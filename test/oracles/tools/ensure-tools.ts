import type { Tool } from './tool.ts';

/** One line per tool, and whether every required one is there. */
export interface ToolReport {
  readonly lines: readonly string[];
  readonly complete: boolean;
}

/** Finds each tool, installs what is absent, and returns what is here and what is missing and why. */
export async function ensureTools(tools: readonly Tool[]): Promise<ToolReport> {
  const lines: string[] = [];
  let complete = true;
  for (const tool of tools) {
    const reason = tool.find() === undefined ? await tool.install() : undefined;
    const path = tool.find();
    if (path !== undefined) {
      lines.push(`  ${tool.name}: ${path}`);
      continue;
    }
    if (tool.required) complete = false;
    lines.push(`  ${tool.name}: missing (${tool.required ? 'required' : 'optional'}: ${tool.purpose})`);
    lines.push(`    ${tool.advice}`);
    lines.push(
      `    could not install it: ${reason ?? 'the installation ended well, but it is still not there'}`,
    );
  }
  return { lines, complete };
}
