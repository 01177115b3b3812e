/** Never returns: marks a `switch` that handles every kind, so that a new kind fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
