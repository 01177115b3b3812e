import { codeDefinition, pageOf } from '../../diagnostics/codes.ts';
import { type CommandDoc, commandAnchor } from '../commands-page.ts';
import { sortedCodes } from '../field-diagnostics.ts';
import { allowedValues } from '../field-facts.ts';
import { guideNames, titleOf } from '../guide-list.ts';
import { guideText } from '../guide-text.ts';
import { headingAnchor } from '../html.ts';
import { listFields } from '../list-fields.ts';
import { fieldAddress } from '../reference-parts.ts';
import type { SearchDocument } from './search.ts';

/** Returns all that the search finds: sections of guides, fields, findings, commands and their options. */
export function searchDocuments(commands: readonly CommandDoc[]): readonly SearchDocument[] {
  return [
    ...guideNames.flatMap(sections),
    ...listFields().map(
      ({ kind, anchor, path, name, node }): SearchDocument => ({
        kind: 'field',
        address: fieldAddress({ kind, anchor }),
        title: path,
        names: [name.replaceAll('_', ''), ...allowedValues(node).map(([value]) => value)].join(' '),
        text: [
          node.description,
          ...allowedValues(node).map(([, about]) => about),
          ...(node.examples ?? []).filter((example) => typeof example === 'string'),
          node['x-dead'],
        ]
          .filter((part) => part !== undefined)
          .join(' '),
        ...(node['x-dead'] === undefined && node.deprecationMessage === undefined ? {} : { isOld: true }),
        ...(kind === 'jobs' && { isOfJobs: true }),
      }),
    ),
    ...sortedCodes().map(
      (code): SearchDocument => ({
        kind: 'finding',
        address: `diagnostics.html#${code}`,
        title: code,
        names: '',
        text: [firstParagraph(pageOf(code) ?? ''), codeDefinition(code).why].join(' '),
      }),
    ),
    ...commands.flatMap((command) => [
      commandDocument(command, command.name === '' ? 'bitesize' : command.name, command.description),
      ...command.options.map((option) =>
        commandDocument(command, option.word, [option.description, ...option.choices].join(' '), option),
      ),
    ]),
  ];
}

function commandDocument(
  command: CommandDoc,
  title: string,
  text: string,
  option?: CommandDoc['options'][number],
): SearchDocument {
  const ofCommand = option === undefined ? '' : `bitesize ${command.name}`;
  return {
    kind: 'command',
    address: `commands.html#${commandAnchor(command, option)}`,
    title,
    names: ofCommand,
    text,
  };
}

/** A section goes from a heading to the next one; the first one of a guide has the guide's title. */
function sections(name: string): readonly SearchDocument[] {
  const text = guideText(name).replace(/^```[\s\S]*?^```$/gm, (block) => block.replaceAll(/^#+ /gm, ''));
  return text.split(/^(?=#{1,3} )/m).flatMap((part): SearchDocument[] => {
    const heading = /^#{1,3} (.*)$/m.exec(part)?.[1];
    if (heading === undefined) return [];
    const title = heading === titleOf(name) ? heading : `${titleOf(name)}: ${heading}`;
    return [
      {
        kind: 'guide',
        address: `guides/${name}.html#${headingAnchor(heading)}`,
        title: title.replaceAll('`', ''),
        names: '',
        text: plain(part.slice(part.indexOf('\n') + 1)),
      },
    ];
  });
}

/** Words without the marks of Markdown. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```.*$/gm, ' ')
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .replaceAll(/[`|*[\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function firstParagraph(page: string): string {
  return plain(page.split('\n\n')[1] ?? '');
}
