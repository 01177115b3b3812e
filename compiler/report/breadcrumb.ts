import { maskSecretForms } from '../check/rules/secrets/mask-text.ts';
import type { Entry, Node } from '../source/node.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import { isCode } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import { shortText } from '../util/short-text.ts';
import { NodePlaces } from './node-places.ts';

const roots = new WeakMap<SourceFile, { readonly root: Node | undefined }>();

/**
 * Returns the named things that a span stands in, from the outside in, such as `environment "Development"` and
 * `service "web"`. An entry of a list without a name is shown by its place: `tests[0]`. Empty in a broken file and in
 * TypeScript, where the place in the text is not the place in the value.
 */
export function breadcrumb(span: Span): readonly string[] {
  if (isCode(span.file)) return [];
  const parsed = roots.get(span.file) ?? { root: parseYaml(span.file).root };
  roots.set(span.file, parsed);
  return parsed.root === undefined ? [] : stepsTo(parsed.root, span.start);
}

function stepsTo(root: Node, offset: number): readonly string[] {
  const steps: string[] = [];
  let node: Node | undefined = root;
  let key = '';
  while (node !== undefined && node.kind !== 'scalar') {
    if (node.kind === 'mapping') {
      const entry: Entry | undefined = node.entries[placesIn(node).indexAt(offset)];
      key = entry?.key.text ?? '';
      node = entry !== undefined && holds(entry.value, offset) ? entry.value : undefined;
    } else {
      const index = placesIn(node).indexAt(offset);
      node = node.items[index];
      if (node?.kind === 'mapping') steps.push(stepName(key, node, index));
    }
  }
  return steps;
}

function stepName(key: string, node: Node, index: number): string {
  const name = node.kind === 'mapping' ? placesIn(node).named : undefined;
  if (name?.kind !== 'scalar' || name.text === '') return `${shortText(key, MOST_OF_NAME)}[${index}]`;
  return `${shortText(singular(key), MOST_OF_NAME)} ${JSON.stringify(shortText(maskSecretForms(name.text), MOST_OF_NAME))}`;
}

/** A name is shown in every finding below it. */
const MOST_OF_NAME = 300;

const places = new WeakMap<Node, NodePlaces>();

/** What stands in a list or mapping is asked for once for each finding. */
function placesIn(node: Exclude<Node, { kind: 'scalar' }>): NodePlaces {
  const known = places.get(node) ?? new NodePlaces(node);
  places.set(node, known);
  return known;
}

/** The lists of the specs are plain plurals. */
function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function holds(node: Node, offset: number): boolean {
  return node.span.start <= offset && offset <= node.span.end;
}
