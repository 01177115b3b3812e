/** Returns a name for a constant that is not taken yet: the words of a text in camel case. */
export function constantName(hint: string, taken: ReadonlySet<string>): string {
  const words = hint.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words
    .map(
      (word, index) =>
        (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
    )
    .join('');
  const start = /^[A-Za-z]/.test(joined) ? joined : `value${joined}`;
  let name = start;
  for (let number = 2; taken.has(name); number++) name = `${start}${number}`;
  return name;
}
