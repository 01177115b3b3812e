import MiniSearch, { type SearchOptions } from 'minisearch';

/** What the search finds: a section of a guide, a field, a finding, a command or an option. */
export interface SearchDocument {
  readonly kind: 'guide' | 'field' | 'finding' | 'command';
  /** Address from the folder of the site, such as `guides/agents.html#an-image-of-your-own`. */
  readonly address: string;
  readonly title: string;
  /** Names and values that people may ask for. */
  readonly names: string;
  readonly text: string;
  /** Whether it is another spelling, or without effect: what is meant comes before it. */
  readonly isOld?: true;
  /** Whether it is a field of jobs.bitesize, of which there are more than of all else. */
  readonly isOfJobs?: true;
}

/** Words that say nothing about what is asked for. */
const empty = new Set(
  'a an and any are as at be by can could do does for from get has have how i if in into is it its many me much my of on or our should so that the their them there this to up us use was we what when where which who why will with would you your come add'.split(
    ' ',
  ),
);

/** Other words for a thing, in the form that the index has; they count less than the word itself. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  ci: ['merge', 'pipeline'],
  cost: ['take'],
  cpu: ['request', 'cost'],
  cron: ['schedule', 'poll'],
  db: ['database'],
  docker: ['image', 'dockerfile'],
  env: ['environment', 'variable'],
  healthcheck: ['probe', 'health'],
  helm: ['chart'],
  k8s: ['kubernetes'],
  kubernete: ['cluster'],
  log: ['login'],
  laptop: ['forward', 'localhost'],
  localhost: ['forward'],
  mariadb: ['database'],
  message: ['notification', 'mail'],
  mongodb: ['database', 'mongo'],
  mr: ['merge', 'request', 'pull'],
  mysql: ['database'],
  node: ['nodejs', 'npm'],
  notify: ['notification', 'mail'],
  npm: ['node'],
  password: ['secret', 'credential'],
  pip: ['python'],
  poll: ['schedule'],
  postgre: ['database'],
  postgresql: ['database', 'postgre'],
  pr: ['pull', 'request', 'branch'],
  price: ['cost'],
  pull: ['merge', 'branch'],
  queue: ['wait'],
  redis: ['database'],
  roll: ['older', 'back'],
  rollback: ['older', 'back'],
  slack: ['notification', 'message', 'mail'],
  slow: ['wait'],
  stuck: ['wait'],
  teams: ['notification', 'mail'],
  token: ['secret', 'credential'],
  tool: ['agent', 'image'],
  trigger: ['start', 'schedule', 'poll'],
  webhook: ['push', 'hook'],
};

/**
 * Returns the words of a text as the index has them: parts of `liveness_probe` and `livenessProbe` alike, in lower case,
 * without the endings of plurals and of `-ing`.
 */
export function searchWords(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(stem);
}

function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && (word.length === 4 ? /[^s]s$/ : /[^siu]s$/).test(word)) return word.slice(0, -1);
  if (word.length > 6 && word.endsWith('ing')) return word.slice(0, -3);
  return word;
}

/**
 * Returns the search over documents: for words or a question it gives the documents that fit, the best first. What has
 * more of the words comes before what has fewer; a name that is asked for exactly comes first, and what is of
 * jobs.bitesize after what is not. Of guides the best section
 * with all words is first or second, since dozens of fields may have such a name. Nothing that fits is an empty list.
 */
export function createSearch(
  documents: readonly SearchDocument[],
): (query: string) => readonly SearchDocument[] {
  const numbered = documents.map((document, id) => ({ id, ...document }));
  // How rare a word is, and how long a text, is counted apart: the fields of jobs would change the order of the others.
  const indexes = [
    indexOf(numbered.filter(({ isOfJobs }) => !isOfJobs)),
    indexOf(numbered.filter(({ isOfJobs }) => isOfJobs)),
  ];
  const scores = (word: string): ReadonlyMap<number, number> => {
    const options = {
      boost: { title: 4, names: 2.5 },
      prefix: word.length > 2,
      weights: { prefix: 0.4, fuzzy: 0.2 },
    };
    const found = (all: SearchOptions) => indexes.flatMap((index) => index.search(word, all));
    const asWritten = found(options);
    // Only a word that nobody wrote is taken for a misspelt one.
    const results = asWritten.length > 0 || word.length < 4 ? asWritten : found({ ...options, fuzzy: 0.25 });
    return new Map(results.map(({ id, score }) => [Number(id), score]));
  };
  return (query) => {
    const all = [...new Set(searchWords(query))];
    const meant = all.filter((word) => !empty.has(word));
    const words = meant.length === 0 ? all : meant;
    const total = new Map<number, { score: number; words: number }>();
    for (const word of words) {
      const own = scores(word);
      const others = (synonyms[word] ?? []).map((other) => scores(other));
      for (const id of new Set([own, ...others].flatMap((found) => [...found.keys()]))) {
        const score = Math.max(own.get(id) ?? 0, ...others.map((found) => (found.get(id) ?? 0) * 0.2));
        const before = total.get(id) ?? { score: 0, words: 0 };
        total.set(id, { score: before.score + score, words: before.words + 1 });
      }
    }
    const isQuestion = all.length > words.length || words.length > 2;
    const rank = (id: number, { score, words: matched }: { score: number; words: number }): number => {
      const document = documents[id];
      const exact = document !== undefined && isNamed(document, query) ? 1000 : 0;
      const fits = (matched / words.length) ** 2;
      return exact + score * fits * weightOf(document, isQuestion);
    };
    const ranked = [...total]
      .map(([id, found]) => ({ id, rank: rank(id, found), isWhole: found.words === words.length }))
      .sort((a, b) => b.rank - a.rank || a.id - b.id);
    const found = ranked.flatMap(({ id }) => documents[id] ?? []);
    const guide = ranked.find(({ id, isWhole }) => isWhole && documents[id]?.kind === 'guide');
    const second = guide === undefined ? undefined : documents[guide.id];
    const best = [found[0], second].filter((document) => document !== undefined);
    return withoutCrowds([...new Set([...best, ...found])]);
  };
}

function indexOf(documents: readonly (SearchDocument & { readonly id: number })[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'names', 'text'],
    tokenize: searchWords,
    processTerm: (term) => term,
  });
  index.addAll(documents);
  return index;
}

/** What a project says first comes before the things that jobs of its own may hold, where both fit. */
function weightOf(document: SearchDocument | undefined, isQuestion: boolean): number {
  if (isQuestion && document?.kind === 'guide') return 2;
  return (document?.isOld ? 0.3 : 1) * (document?.isOfJobs ? 0.4 : 1);
}

/** Three sections of a guide lead to it well enough; more would keep others away. */
function withoutCrowds(found: readonly SearchDocument[]): readonly SearchDocument[] {
  const counts = new Map<string, number>();
  return found.filter(({ kind, address }) => {
    const [page = ''] = address.split('#');
    const count = (counts.get(page) ?? 0) + 1;
    counts.set(page, count);
    return kind !== 'guide' || count <= 3;
  });
}

/** Whether a query is the name of a document: the path of a field, its last part, a code, a command, an option. */
function isNamed({ title, kind, isOld }: SearchDocument, query: string): boolean {
  if (kind === 'guide' || isOld) return false;
  const wanted = searchWords(query).join(' ');
  return (
    searchWords(title).join(' ') === wanted ||
    searchWords(title.split(/[./]/).at(-1) ?? '').join(' ') === wanted
  );
}
