import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FolderEntry } from '../host/file-system.ts';
import { allSpecFileNames, fleetSpecNames, specFileNames } from '../source/spec-kind.ts';
import { areNear, suggestion } from '../util/suggestion.ts';

/** Names that are right somewhere: that of a fleet stands at its root. */
const rightNames: readonly string[] = [...allSpecFileNames, ...fleetSpecNames];

/** Slips of the keyboard in a whole name; a third one makes another name. */
const MOST_SLIPS = 2;

/** The word that makes a name one of a spec, and what follows it. */
const WORD = /\.bitesize(\..*)?$/i;

/** What editors and merges leave beside a file, what was put aside by its name, and what is no spec. */
const LEFT_BESIDE =
  /^\.|~$|\.(bak|backup|disabled|dist|example|off|old|orig|rej|sample|save|swp|template|tmp|tmpl|d\.ts|map)$/i;

/**
 * Returns the findings about files of a project folder that are meant as specs and are read by nobody because of their
 * name: every one that has `.bitesize` in it, and every one that is a slip away from the name of a spec.
 */
export function misnamedSpecs(entries: readonly FolderEntry[]): readonly Diagnostic[] {
  const present = new Set(entries.map(({ name }) => name));
  return entries.filter(isMisnamedSpec).map(({ name }) => {
    const place = { file: { name, text: '' }, start: 0, end: 0 };
    return diagnose('file/misnamed-spec', { name }, place, { help: help(meantName(name), present) });
  });
}

/** Returns whether an entry of a folder seems to be a spec by its name, but is none. */
export function isMisnamedSpec({ name, kind }: FolderEntry): boolean {
  if (kind === 'folder' || rightNames.includes(name) || LEFT_BESIDE.test(name)) return false;
  // What ends in `.ts` may be a file that specs in TypeScript import.
  return (!name.endsWith('.ts') && WORD.test(name)) || nearName(name) !== undefined;
}

function nearName(name: string): string | undefined {
  return rightNames.find((known) => areNear(name, known, MOST_SLIPS));
}

/** `enviroments.bitesize.yml` is about `environments.bitesize`. */
function meantName(name: string): string | undefined {
  const near = nearName(name);
  if (near !== undefined) return near;
  const known = [...specFileNames, ...fleetSpecNames].map((spec) => spec.replace(WORD, ''));
  const word = name.replace(WORD, '').toLowerCase();
  const kind = known.includes(word) ? word : suggestion(word, known);
  return kind && `${kind}.bitesize`;
}

function help(meant: string | undefined, present: ReadonlySet<string>): string {
  if (meant === undefined) return `specs are called ${specFileNames.map((spec) => `\`${spec}\``).join(', ')}`;
  return present.has(meant)
    ? `move what belongs to the project into \`${meant}\`, and remove this file or give it another name`
    : `did you mean \`${meant}\`? rename the file`;
}
