const name = String.raw`(?:(?:[a-z0-9-]+\.)*(?:example\.(?:com|net|org)|[a-z0-9-]+\.(?:example|test|invalid)))`;

const whole = new RegExp(`^${name}$`, 'i');
const inText = new RegExp(String.raw`(?:(:\/\/|@)|(?<![a-z0-9.\/-]))(${name})(?=$|[:\/\s,"'?#>)\]])`, 'gi');

/** Nearly no text has a word of these hosts in it, and looking for one is much cheaper than for a host. */
const word = /example|test|invalid/i;

const none: readonly never[] = [];

/** Returns whether a name is one of those that RFC 2606 and RFC 6761 keep for examples: nobody can own such a host. */
export function isReservedHost(host: string): boolean {
  return whole.test(host) || /^(example|test|invalid)$/i.test(host);
}

/**
 * Returns the hosts for examples that a text names, each once. What ends in `.test`, `.example` or `.invalid` may be the
 * name of a file, too: it counts in an address, and where `isHost` says that the text is a host.
 */
export function reservedHosts(text: string, isHost: boolean): readonly string[] {
  if (!word.test(text)) return none;
  if (isHost && isReservedHost(text)) return [text.toLowerCase()];
  const found = [...text.matchAll(inText)].flatMap(([, before, host = '']) =>
    before !== undefined || /example\.(com|net|org)$/i.test(host) ? [host.toLowerCase()] : [],
  );
  return [...new Set(found)];
}
