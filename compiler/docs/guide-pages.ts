import { pageScript } from './generated/page-script.ts';
import { pictures } from './generated/pictures.ts';
import { guideGroups, guideNames, titleOf } from './guide-list.ts';
import { guideText } from './guide-text.ts';
import { blockMarkdown, escapeHtml, linkedMarkdown, pageHtml } from './html.ts';
import { referenceParts } from './reference-parts.ts';
import { searchBox } from './search-box.ts';

/** Returns the page of a guide, with all guides at its side, and the one before and the one after it at its end. */
export function guidePage(name: string): string {
  const place = guideNames.indexOf(name);
  const [before, after] = [guideNames[place - 1], guideNames[place + 1]];
  const turn = [
    before === undefined
      ? '<span></span>'
      : `<a rel="prev" href="${before}.html">${escapeHtml(titleOf(before))}</a>`,
    after === undefined ? '' : `<a rel="next" href="${after}.html">${escapeHtml(titleOf(after))}</a>`,
  ];
  return pageHtml({
    title: titleOf(name),
    up: '../',
    body: `${linkedMarkdown(guideText(name))}<nav class="turn" aria-label="Other guides">${turn.join('')}</nav>`,
    side: guideGroups.map((group) => sideHtml(group, name)).join('\n'),
    tools: searchBox('../'),
    script: pageScript,
  });
}

function sideHtml({ title, names }: (typeof guideGroups)[number], current: string): string {
  const links = names.map(
    (name) =>
      `<li><a href="${name}.html"${name === current ? ' aria-current="page"' : ''}>${escapeHtml(titleOf(name))}</a></li>`,
  );
  return `<b>${title}</b><ul>${links.join('')}</ul>`;
}

/** Returns the first page: the guides in the order of learning, and where to look things up. */
export function indexPage(): string {
  const groups = guideGroups.map(
    ({ title, names }) =>
      `## ${title}\n\n${names.map((name) => `- [${titleOf(name)}](guides/${name}.html)`).join('\n')}`,
  );
  const text = `# bitesize

Four small specs become a whole Jenkins and the environments that it deploys to. New here? Read the guides under
Start, one after the other. Looking for something? Press \`/\` and ask, on any page.

${groups.join('\n\n')}

## Reference

${referenceParts.map(({ name, title, about }) => `- [${title}](${name}.html): ${about}`).join('\n')}
- [Diagnostics](diagnostics.html): what each finding means
- [Commands](commands.html): every command with its options
- [Playground](playground.html): specs tried in this browser, without a network
`;
  const figures = Object.entries(pictures).map(
    ([title, svg]) => `<figure><figcaption>${title}</figcaption>${svg}</figure>`,
  );
  return pageHtml({
    title: 'Guides',
    up: '',
    body: `${blockMarkdown(text)}<h2>Pictures</h2>\n${figures.join('\n')}`,
    tools: searchBox(''),
    script: pageScript,
  });
}
