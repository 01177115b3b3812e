/** Longer texts are seldom met again, and would take room. */
const LONG = 200;

/**
 * Returns a pure function of a text that keeps what it made: many projects say the same, such as the name of an image. It
 * keeps results of at most `most` texts, and then begins anew.
 */
export function byText<T>(make: (text: string) => T, most = 500): (text: string) => T {
  const known = new Map<string, { readonly made: T }>();
  return (text) => {
    if (text.length > LONG) return make(text);
    const before = known.get(text);
    if (before !== undefined) return before.made;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(text, { made });
    return made;
  };
}
