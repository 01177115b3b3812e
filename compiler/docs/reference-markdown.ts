import { allowedValues, exampleYaml, fieldFacts } from './field-facts.ts';
import type { ReferenceEntry } from './reference.ts';

/** Returns all that the reference says of a field, as Markdown: the same as on the page. */
export function fieldMarkdown({ field, becomes, codes }: ReferenceEntry): string {
  const { node, sameAs } = field;
  const changes = becomes.changes.map(
    ({ path, lines, more }) =>
      `${path}\n\n\`\`\`diff\n${[...lines, ...(more === 0 ? [] : [`  (${more} more lines)`])].join('\n')}\n\`\`\``,
  );
  const values = allowedValues(node).map(([value, about]) => `- \`${value}\`: ${about}`);
  return [
    `## ${field.anchor}`,
    node.description,
    fieldFacts(field).join('; '),
    node.deprecationMessage && `Old: ${node.deprecationMessage}`,
    node['x-dead'] && `No effect. ${node['x-dead']}`,
    values.length > 0 && `Values:\n\n${values.join('\n')}`,
    codes.length > 0 && `Diagnostics: ${codes.join(', ')}`,
    sameAs && `Example and what it becomes: ${sameAs.anchor}`,
    sameAs === undefined && `\`\`\`yaml\n${exampleYaml(field, becomes.example)}\n\`\`\``,
    sameAs === undefined && (becomes.reason ?? `Becomes:\n\n${changes.join('\n\n')}`),
  ]
    .filter((part) => part)
    .join('\n\n');
}
