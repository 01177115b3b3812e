import type { BuildDependency } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { oneLine } from '../../../print/lines.ts';
import { shellWord } from '../../../print/shell-word.ts';
import { fromSeveral, type Origin, spanOf } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import { originsOf } from '../../../text/traced-text.ts';
import { groupBy } from '../../../util/group-by.ts';
import { slug } from '../../../util/slug.ts';
import type { JobScope } from '../job-scope.ts';

/** A package repository as the install script adds it. `key` and `line` are words of the shell. */
export interface AptRepository {
  /** Of its files below /etc/apt. */
  readonly name: string;
  /** Address of its key; empty for none. */
  readonly key: string;
  /** Line of the list of sources. */
  readonly line: string;
  /** Whether the line names the release of the agent. */
  readonly codename: boolean;
  /** Owner of a personal package archive, whose key Launchpad names; empty for others. */
  readonly owner: string;
  /** Where Launchpad describes the archive. */
  readonly api: string;
  readonly origin: Origin;
}

/** Returns the repositories that packages come from, each once. */
export function aptRepositories(
  scope: JobScope,
  dependencies: readonly BuildDependency[],
): readonly AptRepository[] {
  const asked = dependencies.flatMap(({ repository, repository_key: key, type, $ }) =>
    repository === undefined || repository.value === ''
      ? []
      : [{ repository, key, origin: fromSeveral([type.origin, $.origin]) }],
  );
  const unique = groupBy(asked, ({ repository }) => repository.value.trim());
  const names = new Set<string>();
  return [...unique.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const key = all.find((each) => (each.key?.value ?? '') !== '')?.key;
    const origin = fromSeveral([
      ...all.flatMap((each) => [each.repository.origin, ...originsOf(each.key)]),
      ...all.map((each) => each.origin),
    ]);
    const parts = repositoryParts(scope, first.repository, keyAddress(scope, key));
    return parts === undefined ? [] : [{ name: freeName(first.repository.value, names), origin, ...parts }];
  });
}

type Parts = Omit<AptRepository, 'name' | 'origin'>;

function repositoryParts(scope: JobScope, repository: Sourced<string>, key: string): Parts | undefined {
  const text = repository.value.trim();
  const archive = /^ppa:([a-z0-9][a-z0-9+.-]*)\/([a-z0-9][a-z0-9+.-]*)$/i.exec(text);
  if (archive !== null) return personalArchive(archive[1] ?? '', archive[2] ?? '', key);
  const entry = sourcesEntry(text);
  if (entry === undefined) {
    scope.report(
      diagnose('job/repository', { repository: text }, spanOf(repository.origin), {
        help: 'write `ppa:owner/name`, a whole line such as `deb https://host/apt stable main`, or a URL',
      }),
    );
    return undefined;
  }
  if (key === '' && !/\b(signed-by|trusted)=/.test(entry.options)) {
    scope.report(
      diagnose('job/repository-without-key', { repository: text }, spanOf(repository.origin), {
        help: 'add `repository_key`: the URL of its key',
      }),
    );
  }
  const line = shellConcat([`${entry.type} `, ...optionParts(entry.options, key !== ''), ...entry.rest]);
  return { key, line, codename: entry.rest.includes(codename), owner: '', api: '' };
}

interface SourcesEntry {
  readonly type: string;
  /** What stands in brackets. */
  readonly options: string;
  readonly rest: readonly ShellPart[];
}

/** Reads a whole line of a list of sources, or the URL of a repository that names its releases as Debian does. */
function sourcesEntry(text: string): SourcesEntry | undefined {
  if (oneLine(text) !== text) return undefined;
  const line = /^(deb(?:-src)?)\s+(?:\[([^\]\n]*)\]\s*)?(\S[^\n]*)$/.exec(text);
  if (line !== null) return { type: line[1] ?? '', options: (line[2] ?? '').trim(), rest: [line[3] ?? ''] };
  if (!/^https?:\/\/\S+$/.test(text)) return undefined;
  return { type: 'deb', options: '', rest: [`${text} `, codename, ' main'] };
}

function optionParts(options: string, keyed: boolean): readonly ShellPart[] {
  if (!keyed) return options === '' ? [] : [`[${options}] `];
  return [`[${options === '' ? '' : `${options} `}signed-by=`, { variable: 'keyring' }, '] '];
}

/** Launchpad names the whole fingerprint of the key, over https; the key server then cannot give another key. */
function personalArchive(owner: string, name: string, key: string): Parts {
  const url = `https://ppa.launchpadcontent.net/${owner}/${name}/ubuntu `;
  const line = shellConcat(['deb ', ...optionParts('', true), url, codename, ' main']);
  const api = `https://api.launchpad.net/1.0/~${owner}/+archive/ubuntu/${name}`;
  if (key !== '') return { key, line, codename: true, owner: '', api };
  const fromLaunchpad = shellConcat([keyServer, { variable: 'fingerprint' }]);
  return { key: fromLaunchpad, line, codename: true, owner, api };
}

const codename: ShellPart = { variable: 'codename' };
const keyServer = 'https://keyserver.ubuntu.com/pks/lookup?op=get&options=mr&search=0x';

/** Returns where a key is, as a word of the shell: its URL, or the key server for an id. */
function keyAddress(scope: JobScope, key: Sourced<string> | undefined): string {
  if (key === undefined || key.value === '') return '';
  const text = key.value.trim();
  if (/^https?:\/\/[^\s]+$/.test(text)) return shellWord(text);
  const id = text.replace(/^0x/i, '').replaceAll(' ', '').toUpperCase();
  if (!/^[0-9A-F]{8,40}$/.test(id)) {
    scope.report(
      diagnose('job/repository-key', { key: text }, spanOf(key.origin), {
        help: 'write the URL of the key, or the 40 digits of its fingerprint',
      }),
    );
    return '';
  }
  if (id.length < 40) {
    scope.report(
      diagnose('job/short-key-id', { key: text }, spanOf(key.origin), {
        help: 'write the 40 digits of its fingerprint',
      }),
    );
  }
  return shellWord(`${keyServer}${id}`);
}

function freeName(repository: string, names: Set<string>): string {
  const base = `bitesize-${slug(repository).slice(0, 100)}`;
  let name = base;
  for (let count = 2; names.has(name); count++) name = `${base}-${count}`;
  names.add(name);
  return name;
}

/** A piece of a shell word: a text, or the value of a variable. */
type ShellPart = string | { readonly variable: string };

/** Returns one word of a shell command that is made of texts and variables. */
function shellConcat(parts: readonly ShellPart[]): string {
  let word = '';
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    word += `${text === '' ? '' : shellWord(text)}"$${part.variable}"`;
    text = '';
  }
  return text === '' ? word : word + shellWord(text);
}
