import { resolveSchema } from '../../schema/schema-node.ts';
import { suggestion } from '../util/suggestion.ts';
import { createBecomes } from './becomes.ts';
import type { CommandDoc } from './commands-page.ts';
import { fieldDiagnostics } from './field-diagnostics.ts';
import { findFields } from './find-field.ts';
import { guideGroups, guideNames, titleOf } from './guide-list.ts';
import { guideText } from './guide-text.ts';
import { type DocField, listFields } from './list-fields.ts';
import { fieldMarkdown } from './reference-markdown.ts';
import { createSearch, type SearchDocument } from './search/search.ts';
import { searchDocuments } from './search/search-documents.ts';
import { sourceSchemas, specKinds } from './source-schemas.ts';

/**
 * Returns what the reference says of a field, or a guide, or which fields a spec file has, or which guides there are; the
 * fields that a name may mean where it is that of several; undefined for what is none of these.
 */
export function explainTopic(topic: string): string | undefined {
  if (topic === 'guides' || topic === 'guides/') return listOfGuides();
  const kind = specKinds.find((each) => topic === each || topic === `${each}.bitesize`);
  if (kind !== undefined) {
    const fields = listFields().filter((field) => field.kind === kind && field.parent === undefined);
    return `# ${kind}.bitesize\n\n${sourceSchemas[kind].description}\n\n${fields.map(fieldLine).join('\n')}\n${inner(fields)}`;
  }
  const fields = findFields(topic);
  const [field, other] = fields;
  if (field !== undefined && other === undefined) return fieldText(field);
  const guide = guideNames.find(
    (name) => topic === `guides/${name}` || (fields.length === 0 && topic === name),
  );
  if (guide !== undefined) return guideText(guide);
  if (fields.length === 0) return undefined;
  const list = fields.map(fieldLine).join('\n');
  return `\`${topic}\` is the name of ${fields.length} fields; say which one:\n\n${list}\n`;
}

function listOfGuides(): string {
  const width = Math.max(...guideNames.map((name) => name.length));
  const groups = guideGroups.map(({ title, names }) => {
    const lines = names.map((name) => `guides/${name.padEnd(width)}  ${titleOf(name)}\n`);
    return `${title}:\n\n${lines.join('')}\n`;
  });
  return `${groups.join('')}bitesize explain guides/<name> prints one of them.\n`;
}

function fieldText(field: DocField): string {
  const shown = field.sameAs ?? field;
  const text = fieldMarkdown({
    // What stands elsewhere in the reference is shown here.
    field: { ...field, sameAs: undefined },
    becomes: createBecomes()(shown),
    codes: fieldDiagnostics().get(field.anchor) ?? [],
  });
  const inside = listFields().filter(({ parent }) => parent?.anchor === field.anchor);
  const below = inside.length === 0 ? '' : `\nFields inside:\n\n${inside.map(fieldLine).join('\n')}\n`;
  return `${text.replace('## ', '# ')}\n${below}`;
}

/** The fields inside of the outer list or object of a file. */
function inner(outer: readonly DocField[]): string {
  const inside = listFields().filter(({ parent }) => outer.some(({ anchor }) => anchor === parent?.anchor));
  return `${inside.map(fieldLine).join('\n')}\n`;
}

function fieldLine({ anchor, node, kind }: DocField): string {
  const { description = '' } = resolveSchema(node, sourceSchemas[kind]);
  return `- ${anchor}: ${description.replace(/(?<=[^.].)\. .*$/s, '.')}`;
}

/** Returns what is said about a topic that is nothing: what may have been meant, and what there is to ask for. */
export function unknownTopic(
  topic: string,
  code: string | undefined,
  commands: readonly CommandDoc[],
): string {
  const fields = listFields();
  const meant =
    code ??
    suggestion(topic, [...fields.map(({ path }) => path), ...fields.map(({ name }) => name), ...guideNames]);
  const near = createSearch(searchDocuments(commands))(topic).filter(({ kind }) => kind !== 'command');
  return [
    `error: there is no finding, field or guide '${topic}'`,
    ...(meant === undefined ? [] : [`(Did you mean ${meant}?)`]),
    ...(near.length === 0 ? [] : ['What comes near:', ...near.slice(0, 5).map(commandFor)]),
    `bitesize explain lists the findings; bitesize explain ${specKinds.slice(0, -1).join(', ')} or ${specKinds.at(-1)} the fields`,
    'of a file; bitesize explain guides lists the guides',
    '',
  ].join('\n');
}

/** The command that shows something that was found. */
function commandFor({ kind, address, title }: SearchDocument): string {
  const [page = '', place = ''] = address.split('#');
  const topic = kind === 'guide' ? page.replace('.html', '') : place;
  return `  bitesize explain ${topic}${kind === 'guide' ? `   (${title})` : ''}`;
}
