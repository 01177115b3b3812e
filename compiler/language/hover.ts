import type { SchemaNode } from '../../schema/schema-node.ts';
import { allowedValues, exampleYaml } from '../docs/field-facts.ts';
import type { DocField } from '../docs/list-fields.ts';
import { aboutField } from '../docs/reference-markdown.ts';
import { isCode } from '../source/spec-kind.ts';
import { positionAt } from '../text/position.ts';
import { groupBy } from '../util/group-by.ts';
import { type FieldAt, fieldAt } from './field-at.ts';
import { treeOf } from './file-tree.ts';
import { nameIndex } from './names/name-index.ts';
import { nameAt } from './navigate.ts';
import { outputLinesOf } from './output.ts';
import type { Range } from './place.ts';
import { fileNamed, type ProjectView } from './workspace.ts';

/** What is shown beside a word of a spec. */
export interface Hover extends Range {
  readonly markdown: string;
}

/**
 * Returns what a field or a value means and what it becomes; undefined where there is nothing to say. What it becomes
 * asks for the output of the project. Of specs in TypeScript the types say what fields mean.
 */
export function hoverAt(view: ProjectView, file: string, offset: number): Hover | undefined {
  const source = fileNamed(view, file);
  const tree = source === undefined || isCode(source) ? undefined : treeOf(source);
  const found = tree && fieldAt(tree, offset);
  if (found === undefined) return undefined;
  const { field, scalar, place } = found;
  const { start, end } = scalar?.span ?? place ?? field.value.span;
  const markdown = [
    ...(scalar === undefined ? [] : [...valueText(found), ...nameText(view, file, offset)]),
    fieldDocumentation(documented(field.field)),
    ...becomesText(view, file, offset),
  ].join('\n\n');
  return { markdown, start, end };
}

const documentation = new WeakMap<SchemaNode, Map<string, string>>();

/** Returns what the reference says of a field, with an example, as Markdown. Schemas are constant: it is made once. */
export function fieldDocumentation(field: DocField): string {
  const ofNode = documentation.get(field.node) ?? new Map<string, string>();
  documentation.set(field.node, ofNode);
  const text = ofNode.get(field.anchor) ?? documentationOf(field);
  ofNode.set(field.anchor, text);
  return text;
}

function documentationOf(field: DocField): string {
  const [example] = field.node.examples ?? [];
  return [
    `**${field.anchor}**`,
    aboutField(field),
    ...(example === undefined ? [] : [`\`\`\`yaml\n${exampleYaml(field, example)}\n\`\`\``]),
  ].join('\n\n');
}

/** Keys of the author's choice are documented with the mapping that they stand in. */
function documented(field: DocField): DocField {
  return field.node.description === undefined && field.parent !== undefined ? field.parent : field;
}

function valueText({ field: { field, owner }, scalar }: FieldAt): readonly string[] {
  const text = scalar?.text ?? '';
  const kind = field.name === 'kind' ? owner?.parent : undefined;
  const about =
    kind?.owner['x-kinds'] === undefined
      ? allowedValues(field.node).find(([value]) => value === text)?.[1]
      : kind.node.description;
  return about === undefined ? [] : [`\`${text}\`: ${about}`];
}

function nameText(view: ProjectView, file: string, offset: number): readonly string[] {
  const use = nameAt(view, file, offset);
  if (use === undefined || use.isDeclaration) return [];
  const [declaration] = nameIndex(view).usesOf(use);
  if (declaration?.isDeclaration !== true) return [];
  const { line } = positionAt(declaration.file, declaration.start);
  return [`${declaration.kind} \`${declaration.name}\`, defined in ${declaration.file.name}:${line}`];
}

/** How much of the output is shown. */
const MOST_FILES = 3;
const MOST_LINES = 5;

/** Returns the first lines of the output that come from a place. */
function becomesText(view: ProjectView, file: string, offset: number): readonly string[] {
  const files = [...groupBy(outputLinesOf(view, file, offset), ({ path }) => path)];
  if (files.length === 0) return [];
  const artifacts = new Map(view.compilation().artifacts.map(({ path, content }) => [path, content]));
  const shown = files.slice(0, MOST_FILES).map(([path, lines]) => {
    const text = artifacts.get(path)?.text.split('\n') ?? [];
    const first = lines.slice(0, MOST_LINES).map(({ line }) => (text[line - 1] ?? '').slice(0, 200));
    const more = lines.length > MOST_LINES ? [`... ${lines.length - MOST_LINES} more lines`] : [];
    return `${path}:${lines[0]?.line}\n\n${fenced([...first, ...more])}`;
  });
  const more = files.length > MOST_FILES ? [`and ${files.length - MOST_FILES} more files`] : [];
  return ['Becomes:', ...shown, ...more];
}

/** A text may have a fence of its own in it. */
function fenced(lines: readonly string[]): string {
  const longest = Math.max(2, ...[...lines.join('\n').matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${lines.join('\n')}\n${fence}`;
}
