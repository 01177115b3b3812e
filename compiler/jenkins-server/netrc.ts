/** Who logs in to a machine, by a netrc file. */
export interface NetrcLogin {
  readonly login: string;
  readonly password: string;
}

/**
 * Returns the login for a host in the text of a netrc file; undefined when it has none. The first entry of the host counts,
 * and `default` for all hosts that stand before it in none, as for ftp and curl. Macros are passed over.
 */
export function netrcLogin(text: string, host: string): NetrcLogin | undefined {
  const tokens = tokensOf(text);
  let entry: { isMatch: boolean; login?: string; password?: string } | undefined;
  const result = (): NetrcLogin | undefined =>
    entry?.isMatch === true && entry.login !== undefined && entry.password !== undefined
      ? { login: entry.login, password: entry.password }
      : undefined;
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at];
    if (word === 'machine' || word === 'default') {
      const found = result();
      if (found !== undefined) return found;
      entry = { isMatch: word === 'default' || tokens[++at]?.toLowerCase() === host };
    } else if (word === 'login' || word === 'password') {
      const value = tokens[++at];
      if (entry !== undefined && value !== undefined) entry[word] ??= value;
    } else if (word === 'account') at++;
  }
  return result();
}

/** A word, or one between double quotes in which a backslash stands before what is meant as it is. */
const TOKEN = /"((?:[^"\\]|\\.)*)"|\S+/g;

function tokensOf(text: string): readonly string[] {
  return withoutMacros(text)
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => [...line.matchAll(TOKEN)])
    .map(([word, quoted]) => quoted?.replace(/\\(.)/g, '$1') ?? word);
}

/** A macro ends at the next empty line. */
function withoutMacros(text: string): string {
  let isMacro = false;
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .filter((line) => {
      isMacro = isMacro ? line.trim() !== '' : /^\s*macdef\s/.test(line);
      return !isMacro;
    })
    .join('\n');
}
