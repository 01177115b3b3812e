import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../../compiler/language/names/name-index.ts';
import { type Renaming, renameAt, renameRangeAt, type TextEdit } from '../../../compiler/language/rename.ts';
import { completeCompilation, type ProjectView, viewProject } from '../../../compiler/language/workspace.ts';
import type { SourceFile } from '../../../compiler/text/span.ts';
import { cursorIn, exampleViews } from './views.ts';

/** Returns the sources with edits made. */
function edited(sources: readonly SourceFile[], edits: readonly TextEdit[]): readonly SourceFile[] {
  return sources.map(({ name, text }) => {
    const own = edits.filter(({ file }) => file === name).sort((a, b) => b.start - a.start);
    return {
      name,
      text: own.reduce((now, { start, end, text: to }) => now.slice(0, start) + to + now.slice(end), text),
    };
  });
}

function renamed(view: ProjectView, file: string, offset: number, name: string): Renaming {
  const result = renameAt(view, file, offset, name);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

/** How often each code is found. */
async function codesOf(view: ProjectView): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { code } of (await completeCompilation(view)).diagnostics)
    counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe('a rename in the examples', () => {
  it.each(exampleViews())(
    'finds nothing new, and back gives the same bytes: $name',
    { timeout: 180_000 },
    async ({ view }) => {
      const { uses, usesOf } = nameIndex(view);
      const before = await codesOf(view);
      for (const use of uses) {
        if (!use.isDeclaration || usesOf(use)[0] !== use) continue;
        const name = `${use.name}-2`;
        const { edits } = renamed(view, use.file.name, use.start, name);
        const sources = edited(view.sources, edits);
        const after = viewProject(sources, view.options, view);
        // An ssh key that is written out is seen to be one for HTTPS; the default was as wrong.
        if (use.name !== 'seed-job-key') expect(await codesOf(after)).toEqual(before);
        expect(nameIndex(after).uses.filter(({ id }) => id === use.id)).toEqual([]);
        if (edits.some(({ start, end }) => start === end)) continue;
        const there = nameIndex(after).uses.find(
          (each) => each.isDeclaration && each.kind === use.kind && each.name === name,
        );
        if (there === undefined) throw new Error(`no ${name}`);
        const back = renamed(after, there.file.name, there.start, use.name);
        expect(edited(sources, back.edits).map(({ text }) => text)).toEqual(
          view.sources.map(({ text }) => text),
        );
      }
    },
  );
});

/** Returns the texts after a rename at the mark, by file. */
function renamedTexts(
  files: Readonly<Record<string, string>>,
  name: string,
): Readonly<Record<string, string>> {
  const { view, file, offset } = cursorIn(files);
  const { edits } = renamed(view, file, offset, name);
  return Object.fromEntries(edited(view.sources, edits).map((source) => [source.name, source.text]));
}

function problem(files: Readonly<Record<string, string>>, name: string): string | undefined {
  const { view, file, offset } = cursorIn(files);
  const result = renameAt(view, file, offset, name);
  return 'problem' in result ? result.problem : undefined;
}

const environments =
  'project: shop\nenvironments:\n  - name: live\n    services:\n      - name: site\n        port: 80\n';
const application = 'project: shop\napplications:\n  - name: site\n    runtime: nginx\n    version: "1"\n';

describe('a rename', () => {
  it('says which range it is about, from a reference as well', () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize': 'project: shop\ncomponents:\n  - name: "w¦eb"\n',
    });
    expect(renameRangeAt(view, file, offset)).toEqual({
      start: offset - 1,
      end: offset + 2,
      placeholder: 'web',
    });
    expect(renameRangeAt(view, file, 0)).toBeUndefined();
  });

  it('writes out what followed from the old name', () => {
    const files = {
      'environments.bitesize': environments,
      'application.bitesize': application.replace('site', 's¦ite'),
    };
    expect(renamedTexts(files, 'shop-window')).toEqual({
      'environments.bitesize': environments.replace('site\n', 'site\n        application: shop-window\n'),
      'application.bitesize': application.replace('site', 'shop-window'),
    });
  });

  it('keeps the application of a service that gets another name', () => {
    const files = {
      'environments.bitesize': environments.replace('site', 'si¦te'),
      'application.bitesize': application,
    };
    expect(renamedTexts(files, 'front')['environments.bitesize']).toBe(
      environments.replace('site\n', 'front\n        application: site\n'),
    );
  });

  it('writes into braces and with the line ends of the file', () => {
    const files = {
      'environments.bitesize':
        'project: shop\r\nenvironments:\r\n  - name: live\r\n    services:\r\n      - {name: site}\r\n      - name: other\r\n        application: site\r\n',
      'application.bitesize': application.replace('site', 's¦ite'),
    };
    expect(renamedTexts(files, 'x')['environments.bitesize']).toBe(
      files['environments.bitesize']
        .replace('{name: site}', '{application: x, name: site}')
        .replace('application: site', 'application: x'),
    );
  });

  it.each([
    ['plain', 'my-site', 'my-site'],
    ['plain', '1.10', "'1.10'"],
    ['plain', 'yes', "'yes'"],
  ])('quotes what has to be: %s %s', (_, name, written) => {
    const files = { 'environments.bitesize': environments.replace('live', 'li¦ve') };
    expect(renamedTexts(files, name)['environments.bitesize']).toContain(`name: ${written}\n`);
  });

  it('keeps quotes, and doubles those in a name', () => {
    const views = (name: string) => `project: shop\njobs:\n  - {name: ${name}, kind: list-view, jobs: []}\n`;
    expect(renamedTexts({ 'jobs.bitesize': views("'a¦b'") }, "it's")['jobs.bitesize']).toBe(views("'it''s'"));
    expect(renamedTexts({ 'jobs.bitesize': views('"a¦b"') }, "it's")['jobs.bitesize']).toBe(views('"it\'s"'));
    expect(renamedTexts({ 'jobs.bitesize': views('a¦b') }, 'c, d')['jobs.bitesize']).toBe(views("'c, d'"));
  });

  it('changes one label of several, and parts of names of jobs', () => {
    const files = {
      'build.bitesize': 'project: shop\ncomponents:\n  - name: web\n    agent: big && linux\n',
      'jenkins.bitesize':
        'project: shop\njenkins:\n  agents: [{name: a, label: big li¦nux}]\n  views: [{name: all, jobs: [web, live-smoke]}]\n',
      'environments.bitesize':
        'project: shop\nenvironments:\n  - name: live\n    services: []\n    tests: [{name: smoke, commands: [{shell: a}]}]\n',
    };
    const labels = renamedTexts(files, 'arm64');
    expect(labels['build.bitesize']).toContain('agent: big && arm64\n');
    expect(labels['jenkins.bitesize']).toContain('label: big arm64}');
    const jobs = renamedTexts(
      {
        ...files,
        'jenkins.bitesize': files['jenkins.bitesize'].replace('¦', ''),
        'environments.bitesize': files['environments.bitesize'].replace('live', 'li¦ve'),
      },
      'prod',
    );
    expect(jobs['jenkins.bitesize']).toContain('jobs: [web, prod-smoke]');
  });

  it('writes the name of a job from the folder that it is named in', () => {
    const jobs = (name: string, inside: string, outside: string) =>
      `project: shop\njobs:\n  - {name: ${name}, kind: freestyle}\n  - {name: nightly/b, kind: freestyle, publishers: [{trigger: ${inside}}]}\n  - {name: c, kind: freestyle, publishers: [{trigger: ${outside}}]}\n`;
    const marked = { 'jobs.bitesize': jobs('nightly/f¦ull', 'full', 'nightly/full') };
    expect(renamedTexts(marked, 'nightly/all')['jobs.bitesize']).toBe(
      jobs('nightly/all', 'all', 'nightly/all'),
    );
    expect(renamedTexts(marked, 'weekly/all')['jobs.bitesize']).toBe(
      jobs('weekly/all', 'weekly/all', 'weekly/all'),
    );
    const inside = { 'jobs.bitesize': jobs('nightly/full', 'f¦ull', 'nightly/full') };
    expect(renamedTexts(inside, 'all')['jobs.bitesize']).toBe(jobs('nightly/all', 'all', 'nightly/all'));
  });

  it('tells what becomes of jobs, their history and namespaces', () => {
    const { view, file, offset } = cursorIn({
      'environments.bitesize': environments.replace('live', 'li¦ve'),
      'application.bitesize': application,
    });
    const { consequences } = renamed(view, file, offset, 'prod');
    expect(consequences.some((line) => line.includes('job `live-deploy` becomes `prod-deploy`'))).toBe(true);
    expect(consequences.some((line) => line.includes('Jenkins does not know renames'))).toBe(true);
    expect(consequences.some((line) => line.includes('shop-prod'))).toBe(true);
  });

  it('is refused where the name is taken, empty, or not allowed', () => {
    const build = {
      'build.bitesize': 'project: shop\ncomponents:\n  - name: w¦eb\n  - name: api\n',
    };
    expect(problem(build, 'api')).toBe('`api` is taken: build.bitesize:4:11');
    expect(problem(build, ' ')).toBe('a name must not be empty');
    expect(problem(build, 'a\nb')).toMatch(/line breaks/);
    expect(problem(build, 'a*b')).toBeTruthy();
    expect(problem(build, 'web')).toBeUndefined();
  });

  it('is refused for what these specs do not define', () => {
    expect(
      problem({ 'build.bitesize': 'project: shop\ncomponents:\n  - name: web\n    agent: b¦ig\n' }, 'c'),
    ).toBe('`big` is not defined in these specs');
    expect(problem({ 'build.bitesize': 'proj¦ect: shop\n' }, 'c')).toBe('nothing here has a name');
  });
});
