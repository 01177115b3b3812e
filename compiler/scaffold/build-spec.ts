import { shellWord } from '../print/shell-word.ts';
import type { ForgeSettings } from './forge-settings.ts';
import type { NewComponent, NewProject } from './project-parts.ts';
import { answer, comment, inline, scalar } from './spec-text.ts';

/** Returns build.bitesize: the tests of each component, in the image of its language. */
export function buildSpec(project: NewProject, forge: ForgeSettings | undefined): string {
  return `# How the components of the project are tested: one Jenkins job each. Their images are built when it succeeds.
project: ${scalar(project.name)}
components:
${project.components.map((each) => component(each, project, forge)).join('\n')}`;
}

function component(
  each: NewComponent,
  { git, branch }: NewProject,
  forge: ForgeSettings | undefined,
): string {
  const { name, from, code, paths } = each;
  const head =
    from === '' ? '' : `  # ${comment(`${code?.language ?? 'A Dockerfile'}, because of ${from}`)}\n`;
  const credentials = forge?.isLogin === true ? `      credentials: ${forge.credential}\n` : '';
  const own = paths === undefined ? '' : `    paths: ${inline([paths])}\n`;
  return `${head}  - name: ${scalar(name)}
    repository:
      git: ${answer(git)}
      branch: ${answer(branch)}
${credentials}${own}${steps(each, forge)}`;
}

function steps({ code, folder }: NewComponent, forge: ForgeSettings | undefined): string {
  const { build = [], test = [], results, caches = [], image } = code?.program ?? {};
  const commands = [...build, ...test.map(({ value }) => value)];
  if (image === undefined || commands.length === 0)
    return '    # Nothing tests it yet: `image` and `build` say in which image, and with which commands.\n';
  const { version } = image;
  const sources = [...new Set(test.flatMap(({ from }) => from ?? []))];
  const title = test.length === 0 ? 'Builds it; no tests were found' : `Tests it (${sources.join(', ')})`;
  const script = [...(folder === '' ? [] : [`cd ${shellWord(folder)}`]), ...commands];
  const found = results === undefined ? undefined : folder === '' ? results : `${folder}/${results}`;
  return `    image: ${answer({ value: image.tools(version.value), from: version.from ?? 'assumed' })}
${caches.length === 0 ? '' : `    caches: ${inline(caches)}\n`}    build:
      # ${comment(title)}
      - shell: |
${script.map((line) => `          ${line}\n`).join('')}${found === undefined ? '' : `    test_results: ${inline([found])}\n`}${requests(forge)}`;
}

/** Pull requests are built where the forge is known; the account of a server of one's own stands with the server. */
function requests(forge: ForgeSettings | undefined): string {
  if (forge === undefined) return '';
  return forge.server === undefined
    ? `    pull_requests:\n      credentials: ${forge.credential}\n`
    : '    pull_requests: {}\n';
}
