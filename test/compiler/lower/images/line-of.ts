/** Returns the first line of a Dockerfile with this instruction. */
export function lineOf(dockerfile: string, instruction: string): string | undefined {
  return dockerfile.split('\n').find((line) => line.startsWith(`${instruction} `));
}
