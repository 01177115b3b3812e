import { describe, expect, it } from 'vitest';
import { completeAt } from '../../../compiler/language/complete.ts';
import { hoverAt } from '../../../compiler/language/hover.ts';
import { definitionAt, referencesAt } from '../../../compiler/language/navigate.ts';
import { symbolsOf } from '../../../compiler/language/outline.ts';
import { originsOfLine, outputLinesOf } from '../../../compiler/language/output.ts';
import { renameAt } from '../../../compiler/language/rename.ts';
import { completeCompilation, viewProject } from '../../../compiler/language/workspace.ts';
import { analyse } from '../../../compiler/pipeline.ts';
import { imports, loadSpecs } from '../specs-as-code/load-specs.ts';
import { exampleViews, textsAt } from './views.ts';

describe('a view of a project', () => {
  it.each(exampleViews())('finds what the compiler finds: $name', ({ view }) => {
    const { diagnostics } = analyse(view.sources, view.options);
    expect(view.analysis.diagnostics).toEqual(diagnostics);
  });

  it('keeps what it knows of files that did not change, and nothing of others', () => {
    const [first = ''] = ['project: shop\ncomponents:\n  - name: web\n'];
    const before = viewProject([
      { name: 'build.bitesize', text: first },
      { name: 'jenkins.bitesize', text: 'project: shop\n' },
    ]);
    const after = viewProject(
      [
        { name: 'build.bitesize', text: first },
        { name: 'jenkins.bitesize', text: 'project: shops\n' },
      ],
      {},
      before,
    );
    expect(after.analysis.files[0]).toBe(before.analysis.files[0]);
    expect(after.analysis.files[1]).not.toBe(before.analysis.files[1]);
    expect(after.analysis.diagnostics.map(({ code }) => code)).toContain('link/project-differs');
    expect(before.analysis.diagnostics.map(({ code }) => code)).not.toContain('link/project-differs');
  });

  it('has the output of a project with plugins that few know', async () => {
    const { view } = exampleViews().find(({ name }) => name === 'examples/everything') ?? {};
    const again = viewProject(view?.sources ?? [], view?.options);
    expect((await completeCompilation(again)).artifacts.length).toBeGreaterThan(10);
    expect(again.compilation().artifacts.length).toBeGreaterThan(10);
  });
});

const application = `import { site } from './names.ts';\n${imports}export default application({ project: 'shop', applications: [{ name: site, runtime: 'nginx:1.27', version: '1', files: [{ component: 'web', location: 'a', path: '/a' }] }] });\n`;
const build = `${imports}export default build({ project: 'shop', components: [{ name: 'web', build: [{ shell: 'echo site' }], artifacts: [{ location: 'a' }] }] });\n`;

async function typescriptView() {
  const { sources, diagnostics } = await loadSpecs(
    { 'application.bitesize.ts': application, 'build.bitesize.ts': build },
    { others: { 'shop/names.ts': "export const site = 'site';\n" } },
  );
  expect(diagnostics).toEqual([]);
  return viewProject(sources);
}

describe('specs in TypeScript', () => {
  it('have definitions and references', async () => {
    const view = await typescriptView();
    const at = application.indexOf("web'");
    expect(textsAt(view, definitionAt(view, 'application.bitesize.ts', at))).toEqual([
      'build.bitesize.ts:2 web',
    ]);
    expect(textsAt(view, referencesAt(view, 'build.bitesize.ts', build.indexOf("web'")))).toEqual([
      'application.bitesize.ts:3 web',
      'build.bitesize.ts:2 web',
    ]);
  });

  it('are renamed where a name is a text', async () => {
    const view = await typescriptView();
    const result = renameAt(view, 'application.bitesize.ts', application.indexOf("web'"), 'it’s');
    expect(result).toMatchObject({
      edits: [
        { file: 'build.bitesize.ts', text: 'it’s', start: build.indexOf("web'") },
        { file: 'application.bitesize.ts', text: 'it’s', start: application.indexOf("web'") },
      ],
    });
    const quoted = renameAt(view, 'build.bitesize.ts', build.indexOf("web'"), "a'b");
    expect(quoted).toMatchObject({ edits: [{ text: "a\\'b" }, { text: "a\\'b" }] });
  });

  it('follow lines of the output both ways', async () => {
    const view = await typescriptView();
    expect(view.compilation().diagnostics.map(({ message }) => message)).toEqual([]);
    const lines = outputLinesOf(view, 'build.bitesize.ts', build.indexOf('echo site'));
    expect(lines.length).toBeGreaterThan(0);
    for (const { path, line } of lines)
      expect(originsOfLine(view, path, line)).toContainEqual({
        file: 'build.bitesize.ts',
        start: build.indexOf("'echo site'"),
        end: build.indexOf("'echo site'") + "'echo site'".length,
      });
  });

  it('leave the rest to the types', async () => {
    const view = await typescriptView();
    const at = build.indexOf('name:');
    expect(hoverAt(view, 'build.bitesize.ts', at)).toBeUndefined();
    expect(completeAt(view, 'build.bitesize.ts', at)).toEqual([]);
    expect(symbolsOf(view, 'build.bitesize.ts')).toEqual([]);
  });
});
