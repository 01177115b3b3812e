import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node } from '../source/node.ts';
import { spanOf } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { reservedHosts } from '../util/reserved-host.ts';
import { type Specs, settingsOf } from './check-spec.ts';
import { contentLines } from './comments.ts';
import { todoComments } from './todo-comments.ts';

/** A value that stands for one that only the project knows. */
interface Placeholder {
  readonly span: Span;
  /** The host, or the registry of the default. */
  readonly value: string;
}

/** More places would hide what is wrong. */
const MOST_PLACES = 30;

/**
 * Returns one finding about all values of a project that stand for others: hosts that are kept for examples (RFC 2606),
 * and the registry of the default. Where a comment says that there is something to do, nothing is said twice.
 */
export function findPlaceholders(
  sources: readonly { readonly file: SourceFile; readonly root: Node | undefined }[],
  specs: Specs,
): readonly Diagnostic[] {
  const named = sources.flatMap(({ root }) => (root === undefined ? [] : hostsIn(root)));
  const all = [...named, ...defaultRegistry(specs)].filter(({ span }) => !isLeftToDo(span));
  const [first, ...others] = oncePerPlace(all);
  if (first === undefined) return [];
  const hidden = others.length - MOST_PLACES;
  return [
    diagnose('check/placeholder', { value: first.value, others: others.length }, first.span, {
      labels: others.slice(0, MOST_PLACES).map(({ span, value }) => ({ span, text: `so does \`${value}\`` })),
      help: [
        'write the real names',
        ...(all.some(({ value }) => value === DEFAULT_REGISTRY)
          ? ['`registry: {push: HOST}` of jenkins.bitesize names the registry of the images']
          : []),
        ...(hidden > 0 ? [`there are ${hidden} more places`] : []),
      ],
    }),
  ];
}

const DEFAULT_REGISTRY = 'custom-registry';

/** Where the registry would be written; a project without images of its own has no place for it. */
function defaultRegistry(specs: Specs): readonly Placeholder[] {
  const { registry } = settingsOf(specs);
  if (registry.push.value !== DEFAULT_REGISTRY) return [];
  const application = specs.application?.applications[0]?.$.span;
  const hasImages = application !== undefined || (specs.environments?.environments.length ?? 0) > 0;
  const place = hasImages ? specs.jenkins?.$.fields.get('jenkins')?.key : undefined;
  const span = spanOf(registry.push.origin) ?? registry.$.span ?? place ?? application;
  return span === undefined ? [] : [{ span, value: DEFAULT_REGISTRY }];
}

/** Fields whose values are hosts, perhaps with more behind them. */
const hostFields: ReadonlySet<string> = new Set([
  'external_url',
  'host',
  'hosts',
  'blue',
  'green',
  'server',
  'push',
  'pull',
  'base',
]);

/** Scripts may well name such hosts; the hosts of a project stand in short values of one line. */
const MOST_LETTERS = 500;

function hostsIn(root: Node): readonly Placeholder[] {
  const found: Placeholder[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node, field: string) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'sequence') for (const item of node.items) visit(item, field);
    else if (node.kind === 'mapping') for (const { key, value } of node.entries) visit(value, key.text);
    else if (node.style !== 'block' && node.text.length <= MOST_LETTERS && !TEXTS.has(field))
      for (const value of reservedHosts(node.text, hostFields.has(field)))
        found.push({ span: node.span, value });
  };
  visit(root, '');
  return found;
}

/** Fields for people, and for shells. */
const TEXTS: ReadonlySet<string> = new Set(['description', 'full_name', 'shell', 'system_message']);

function oncePerPlace(all: readonly Placeholder[]): readonly Placeholder[] {
  const places = new Map<string, Placeholder>();
  for (const each of all) {
    const key = `${each.span.file.name}:${each.span.start}`;
    if (!places.has(key)) places.set(key, each);
  }
  return [...places.values()];
}

const linesOfFile = new WeakMap<SourceFile, ReadonlySet<number>>();

/** A comment counts for its own line, or for the next one with content when it stands alone. */
function isLeftToDo({ file, start }: Span): boolean {
  const known = linesOfFile.get(file) ?? linesLeftToDo(file);
  linesOfFile.set(file, known);
  return known.has(positionAt(file, start).line);
}

function linesLeftToDo(file: SourceFile): ReadonlySet<number> {
  const comments = todoComments(file);
  if (comments.length === 0) return new Set();
  const next = contentLines(file);
  return new Set(comments.map(({ span }) => next[positionAt(file, span.start).line - 1] ?? 0));
}
