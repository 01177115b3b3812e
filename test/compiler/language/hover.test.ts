import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../compiler/language/hover.ts';
import { completeCompilation } from '../../../compiler/language/workspace.ts';
import { cursorIn, exampleViews, keysOf } from './views.ts';

describe('a hover', () => {
  it.each(exampleViews())('documents each field of $name', ({ view }) => {
    for (const { file, field, start, end } of keysOf(view)) {
      const hover = hoverAt(view, file.name, start);
      expect(hover?.markdown).toContain(`.${field.field.name}**`);
      expect(hover?.markdown).toContain(field.field.node.description);
      expect(hover).toMatchObject({ start, end });
    }
  });

  it('says what a value becomes', async () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize':
        'project: shop\ncomponents:\n  - name: web\n    build:\n      - shell: make ¦everything\n',
    });
    await completeCompilation(view);
    expect(hoverAt(view, file, offset)?.markdown).toMatch(/Becomes:\n\njenkins\/[\s\S]*make everything/);
  });

  it('says what a value of a closed list means', () => {
    const { view, file, offset } = cursorIn({
      'environments.bitesize':
        'project: shop\nenvironments:\n  - name: live\n    deployment: {mode: man¦ual}\n    services: []\n',
    });
    expect(hoverAt(view, file, offset)?.markdown).toMatch(/^`manual`: /);
  });

  it('says what a kind of job is', () => {
    const { view, file, offset } = cursorIn({
      'jobs.bitesize': 'project: shop\njobs:\n  - name: a\n    kind: free¦style\n',
    });
    expect(hoverAt(view, file, offset)?.markdown).toMatch(/^`freestyle`: .*job/);
  });

  it('says where a name is defined', () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize': 'project: shop\ncomponents:\n  - name: web\n',
      'application.bitesize':
        'project: shop\napplications:\n  - name: site\n    runtime: nginx\n    files:\n      - {component: ¦web, location: a, path: /a}\n',
    });
    expect(hoverAt(view, file, offset)?.markdown).toMatch(/^component `web`, defined in build\.bitesize:3\n/);
  });

  it('documents keys of the author’s choice with their mapping', () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize':
        'project: shop\ncomponents:\n  - name: web\n    notifications: {m¦ail: a@example.com}\n',
    });
    expect(hoverAt(view, file, offset)?.markdown).toContain('**build.components.notifications**');
  });

  it('counts wide characters and line ends as an editor does', () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize':
        '# 😀 größer\r\nproject: shop\r\ncomponents:\r\n  - name: web\r\n    a¦gent: generic\r\n',
    });
    expect(hoverAt(view, file, offset)).toMatchObject({ start: offset - 1, end: offset + 4 });
  });

  it('works around a line that is half typed', () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize':
        'project: shop\ncomponents:\n  - name: web\n    a¦gent: generic\n    ima\n    paths: [a]\n',
    });
    expect(hoverAt(view, file, offset)?.markdown).toContain('**build.components.agent**');
  });

  it('has nothing to say between fields, of unknown ones and of other files', () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize': 'project: shop\n¦\ncomponents: []\ncolour: red\n',
    });
    expect(hoverAt(view, file, offset)).toBeUndefined();
    expect(hoverAt(view, file, 32)).toBeUndefined();
    expect(hoverAt(view, 'other.bitesize', 0)).toBeUndefined();
    expect(hoverAt(view, file, 100_000)).toBeUndefined();
  });
});
