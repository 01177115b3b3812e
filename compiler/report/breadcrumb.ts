import { maskSecretForms } from '../check/rules/secrets/mask-text.ts';
import type { Entry, Node } from '../source/node.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import { isCode } from '../source/spec-kind.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';

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
      const entry: Entry | undefined = node.entries.find(
        (candidate) => holds(candidate.key, offset) || holds(candidate.value, offset),
      );
      key = entry?.key.text ?? '';
      node = entry !== undefined && holds(entry.value, offset) ? entry.value : undefined;
    } else {
      const index: number = node.items.findIndex((item) => holds(item, offset));
      node = node.items[index];
      if (node?.kind === 'mapping') steps.push(stepName(key, node, index));
    }
  }
  return steps;
}

function stepName(key: string, node: Node, index: number): string {
  const name =
    node.kind === 'mapping' ? node.entries.find((entry) => entry.key.text === 'name')?.value : undefined;
  if (name?.kind !== 'scalar' || name.text === '') return `${key}[${index}]`;
  return `${singular(key)} ${JSON.stringify(maskSecretForms(name.text))}`;
}

/** The lists of the specs are plain plurals. */
function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function holds(node: Node, offset: number): boolean {
  return node.span.start <= offset && offset <= node.span.end;
}
