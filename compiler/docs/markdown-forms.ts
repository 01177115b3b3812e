import { codes } from '../diagnostics/codes.ts';
import { pageOf } from '../diagnostics/page-of.ts';
import { allCodes } from './field-diagnostics.ts';
import type { ReferenceEntry } from './reference.ts';
import { exampleYaml, typeOf } from './reference-page.ts';

/** Returns the reference as Markdown. */
export function referenceMarkdown(entries: readonly ReferenceEntry[]): string {
  const parts = entries.map(({ field, becomes, codes: concern }) => {
    const { node } = field;
    const fallback =
      node.default === undefined ? (node['x-default'] ?? 'none') : `\`${JSON.stringify(node.default)}\``;
    const changes = becomes.changes.map(
      ({ path, lines }) => `${path}\n\n\`\`\`diff\n${lines.join('\n')}\n\`\`\``,
    );
    return [
      `## ${field.anchor}`,
      node.description,
      `${typeOf(field)}; ${field.isRequired ? 'required' : `default: ${fallback}`}`,
      node['x-dead'] && `No effect. ${node['x-dead']}`,
      concern.length > 0 && `Diagnostics: ${concern.join(', ')}`,
      field.sameAs && `Example and what it becomes: ${field.sameAs.anchor}`,
      field.sameAs === undefined && `\`\`\`yaml\n${exampleYaml(field.name, becomes.example)}\n\`\`\``,
      field.sameAs === undefined && (becomes.reason ?? `Becomes:\n\n${changes.join('\n\n')}`),
    ]
      .filter((part) => part)
      .join('\n\n');
  });
  return `# Reference\n\n${parts.join('\n\n')}\n`;
}

/** Returns the pages of all diagnostics as one Markdown text. */
export function diagnosticsMarkdown(): string {
  const pages = allCodes().map((code) => pageOf(code)?.trimEnd() ?? `# ${code}\n\n${codes[code].why}`);
  return `${pages.join('\n\n')}\n`;
}

/** Returns `llms.txt`: what the site holds and where its Markdown forms are. Guides are pairs of name and title. */
export function llmsText(guides: readonly (readonly [string, string])[]): string {
  return `# bitesize

> A compiler from four small YAML specs to a whole Jenkins and the Kubernetes environments that it deploys to.

## Guides

${guides.map(([name, title]) => `- [${title}](guides/${name}.md)`).join('\n')}

## Look up

- [Reference](reference.md): every field of the specs
- [Diagnostics](diagnostics.md): what each finding means
`;
}
