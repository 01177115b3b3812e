/** Returns a number with its noun, such as `1 error` or `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}
