import type { Tool } from './tool.ts';

/** Returns the path of a tool; throws an error that says where it was looked for and what to install. */
export function requireTool(tool: Tool): string {
  const path = tool.find();
  if (path === undefined) throw new Error(`${tool.name} is missing (${tool.purpose}). ${tool.advice}`);
  return path;
}
