import { allowedValues, exampleYaml, fieldFacts } from './field-facts.ts';
import type { DocField } from './list-fields.ts';
import type { ReferenceEntry } from './reference.ts';

/** Returns all that the reference says of a field, as Markdown: the same as on the page. */
export function fieldMarkdown({ field, becomes, codes }: ReferenceEntry): string {
  const { sameAs } = field;
  const changes = becomes.changes.map(
    ({ path, lines, more }) =>
      `${path}\n\n\`\`\`diff\n${[...lines, ...(more === 0 ? [] : [`  (${more} more lines)`])].join('\n')}\n\`\`\``,
  );
  return [
    `## ${field.anchor}`,
    aboutField(field),
    codes.length > 0 && `Diagnostics: ${codes.join(', ')}`,
    sameAs && `Example and what it becomes: ${sameAs.anchor}`,
    sameAs === undefined && `\`\`\`yaml\n${exampleYaml(field, becomes.example)}\n\`\`\``,
    sameAs === undefined && (becomes.reason ?? `Becomes:\n\n${changes.join('\n\n')}`),
  ]
    .filter((part) => part)
    .join('\n\n');
}

/** Returns what a field is, as Markdown: what it means, what it takes, what holds without it. */
export function aboutField(field: DocField): string {
  const { node } = field;
  const values = allowedValues(node).map(([value, about]) => `- \`${value}\`: ${about}`);
  return [
    node.description,
    fieldFacts(field).join('; '),
    node.deprecationMessage && `Old: ${node.deprecationMessage}`,
    node['x-dead'] && `No effect. ${node['x-dead']}`,
    values.length > 0 && `Values:\n\n${values.join('\n')}`,
  ]
    .filter((part) => part)
    .join('\n\n');
}
