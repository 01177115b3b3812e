import type { SpecKind } from '../source/spec-kind.ts';
import type { ChangedLines } from './becomes.ts';
import { allowedValues, exampleYaml, fieldFacts } from './field-facts.ts';
import { pageScript } from './generated/page-script.ts';
import { codeHtml, escapeHtml, inlineMarkdown, pageHtml } from './html.ts';
import type { DocField } from './list-fields.ts';
import type { ReferenceEntry } from './reference.ts';
import { type ReferencePart, referencePageOf, referenceParts } from './reference-parts.ts';
import { searchBox } from './search-box.ts';
import { sourceSchemas, specKinds } from './source-schemas.ts';

/** Returns a page of the reference: every field of its kinds of specs on one page that loads nothing. */
export function referencePage(part: ReferencePart, entries: readonly ReferenceEntry[]): string {
  const of = (kind: SpecKind) => entries.filter(({ field }) => field.kind === kind);
  const sections = part.kinds.map(
    (kind) => `<section aria-labelledby="${kind}"><h2 id="${kind}"><code>${kind}.bitesize</code></h2>
<p>${inlineMarkdown(sourceSchemas[kind].description ?? '')}</p>
${of(kind).map(entryHtml).join('\n')}
</section>`,
  );
  const files = part.kinds.map((kind) => `<code>${kind}.bitesize</code>`).join(', ');
  const others = referenceParts
    .filter((other) => other !== part)
    .map(({ name, title, about }) => `<p><a href="${name}.html">${title}</a>: ${inlineMarkdown(about)}.</p>`);
  return pageHtml({
    title: part.title,
    up: '',
    body: `<h1>${escapeHtml(part.title)}</h1>
<p>Every field of ${files}: what it takes, what holds without it, and the lines that it becomes. Press <kbd>/</kbd> to search.</p>
${others.join('\n')}
${sections.join('\n')}`,
    side: specKinds
      .map((kind) => (part.kinds.includes(kind) ? sideHtml(kind, of(kind)) : otherSideHtml(kind)))
      .join('\n'),
    tools: searchBox(''),
    script: pageScript,
  });
}

function sideHtml(kind: SpecKind, entries: readonly ReferenceEntry[]): string {
  const links = entries
    .filter(({ field }) => field.path.split('.').length <= 3 && field.node['x-dead'] === undefined)
    .map(({ field }) => {
      const depth = field.path.split('.').length - 1;
      return `<li style="padding-left:${depth * 0.8}rem"><a href="#${field.anchor}">${escapeHtml(field.name)}</a></li>`;
    });
  return `<details><summary>${kind}.bitesize</summary><ul>${links.join('')}</ul></details>`;
}

function otherSideHtml(kind: SpecKind): string {
  return `<b><a href="${referencePageOf(kind)}#${kind}">${kind}.bitesize</a></b>`;
}

function entryHtml({ field, becomes, codes }: ReferenceEntry): string {
  const { node, sameAs } = field;
  const outer = field.path.slice(0, field.path.length - field.name.length);
  const parts = [
    `<h3><a href="#${field.anchor}"><code><span>${escapeHtml(outer)}</span>${escapeHtml(field.name)}</code></a></h3>`,
    `<p class="facts">${fieldFacts(field).map(inlineMarkdown).join(' · ')}</p>`,
    `<p class="about">${inlineMarkdown(node.description ?? '')}</p>`,
    node.deprecationMessage && `<p class="warn">Old: ${inlineMarkdown(node.deprecationMessage)}</p>`,
    node['x-dead'] && `<p class="warn">No effect. ${inlineMarkdown(node['x-dead'])}</p>`,
    allowedHtml(field),
    codes.length > 0 &&
      `<p class="facts">Diagnostics: ${codes.map((code) => `<a href="diagnostics.html#${code}">${code}</a>`).join(', ')}</p>`,
    sameAs === undefined
      ? exampleHtml(field, becomes)
      : `<p class="facts">Example and what it becomes: <a href="#${sameAs.anchor}">${escapeHtml(sameAs.path)}</a></p>`,
  ];
  return `<article id="${field.anchor}">${parts.filter((part) => part).join('')}</article>`;
}

function allowedHtml({ node }: DocField): string {
  const rows = allowedValues(node).map(
    ([value, about]) => `<dt><code>${escapeHtml(value)}</code></dt><dd>${inlineMarkdown(about)}</dd>`,
  );
  return rows.length === 0 ? '' : `<dl>${rows.join('')}</dl>`;
}

function exampleHtml(field: DocField, { example, changes, more, reason }: ReferenceEntry['becomes']): string {
  const figures = changes.map(changeHtml).join('');
  const rest = more === 0 ? '' : `<p class="facts">and ${more} more ${more === 1 ? 'file' : 'files'}</p>`;
  return `<p class="label">Example</p>${codeBlock(exampleYaml(field, example))}<p class="label">Becomes</p>${
    reason === undefined ? figures + rest : `<p>${inlineMarkdown(reason)}</p>`
  }`;
}

function changeHtml({ path, lines, more }: ChangedLines): string {
  const text = [...lines, ...(more === 0 ? [] : [`  (${more} more lines)`])].join('\n');
  return `<figure><figcaption>${escapeHtml(path)}</figcaption>${codeBlock(text, 'diff')}</figure>`;
}

function codeBlock(text: string, language = ''): string {
  return `<div class="code"><pre>${codeHtml(text, language)}</pre></div>`;
}
