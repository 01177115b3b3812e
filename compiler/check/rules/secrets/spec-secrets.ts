import { findSecrets } from './find-secrets.ts';
import { secretName } from './secret-name.ts';
import { valueKind } from './value-kind.ts';

/** Fields of specs that name a Secret, a credential or one of its keys. */
const REFERENCES =
  /^(?:key|secrets?|credentials|authorization|seed|\w+_key|pull_secrets|tls_secret|signing_secret|client_secret_key)$/;

/** A piece of a text. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns where secrets stand in the text of a spec as it is written, by their forms and by the names beside them. It
 * needs no tree: a spec that cannot be read, or a field that is not known, may hold a secret, too.
 */
export function specSecrets(spec: string): readonly Piece[] {
  const found = findSecrets(spec).filter(
    ({ by, what, kind }) => kind === 'literal' && !(by === 'name' && REFERENCES.test(what)),
  );
  return [...found, ...misplaced(spec)];
}

const NAME = `["']?(?<name>[A-Za-z_][\\w.-]{0,100})["']?`;

/** Heads after which the value of a name stands in a spec that says it in a way that no field has. */
const heads: readonly RegExp[] = [
  // a field beside the name that is none, or has a list or a mapping: `{name: DB_PASSWORD, vlaue: x}`
  new RegExp(
    `\\bname["']?:[ \\t]{0,10}${NAME}[ \\t,]{0,40}\\r?\\n?[ \\t,]{0,80}["']?(?<field>[\\w-]{1,40})["']?:[ \\t]{1,10}`,
    'g',
  ),
  // a name in a mapping on one line: `{DB_PASSWORD: x}`
  new RegExp(`(?<=[{,:][ \\t]{0,10})${NAME}:[ \\t]{1,10}(?<field>)`, 'g'),
];

/** A list, a mapping, a quoted text or words; more of a value than fits into a code frame need not be masked. */
const VALUE = /\[[^\]\n]{0,2000}|\{[^}\n]{0,2000}|'[^'\n]{0,2000}|"[^"\n]{0,2000}|[^\n,}\]#]{1,2000}/y;
const WORD = /[^\s'",{}[\]]{1,2000}/g;

/** No value begins in another one, so that the work is linear in the text. */
function misplaced(spec: string): readonly Piece[] {
  return heads.flatMap((head) => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const { 0: whole, index, groups = {} } of spec.matchAll(head)) {
      const { name = '', field = '' } = groups;
      const start = index + whole.length;
      if (start < end || secretName(name) !== 'sure') continue;
      if (REFERENCES.test(name) || REFERENCES.test(field)) continue;
      VALUE.lastIndex = start;
      const [value = ''] = VALUE.exec(spec) ?? [];
      end = start + value.length;
      pieces.push(...wordsOf(value, start));
    }
    return pieces;
  });
}

/** What names the next field stays, so that people see where they are. */
function wordsOf(text: string, start: number): readonly Piece[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    word.endsWith(':') || valueKind(word) !== 'literal'
      ? []
      : [{ start: start + index, end: start + index + word.length }],
  );
}
