import { describe, expect, it } from 'vitest';
import { originsOfLine, outputLinesOf } from '../../../compiler/language/output.ts';
import { completeCompilation } from '../../../compiler/language/workspace.ts';
import { whyOutput } from '../../../compiler/why/why-output.ts';
import { cursorIn, exampleViews, keysOf } from './views.ts';

describe('lines of the output', () => {
  it.each(exampleViews())('come from where they lead to: $name', { timeout: 120_000 }, async ({ view }) => {
    const { artifacts } = await completeCompilation(view);
    expect(artifacts.length).toBeGreaterThan(0);
    let count = 0;
    for (const artifact of artifacts) {
      const lines = artifact.content.text.split('\n').length - 1;
      // Every line of small files, some of large ones.
      for (let line = 1; line <= lines; line += Math.ceil(lines / 15)) {
        const origins = originsOfLine(view, artifact.path, line);
        const wanted = whyOutput(artifact, line).filter(({ kind }) => kind === 'spec');
        expect(origins).toHaveLength(wanted.length);
        for (const { file, start } of origins) {
          count++;
          expect(outputLinesOf(view, file, start)).toContainEqual({ path: artifact.path, line });
        }
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  it.each(exampleViews())('lead back to the value: $name', { timeout: 120_000 }, async ({ view }) => {
    await completeCompilation(view);
    for (const { file, field, start, end } of keysOf(view)) {
      const { value } = field;
      if (value.kind !== 'scalar' || value.alias !== undefined || value.span.file !== file) continue;
      for (const { path, line } of outputLinesOf(view, file.name, end).slice(0, 2)) {
        const places = originsOfLine(view, path, line);
        const isBack = places.some(
          (place) =>
            place.file === file.name &&
            (place.start === start || (place.start >= value.span.start && place.end <= value.span.end)),
        );
        expect(isBack, `${file.name} ${start} ${path}:${line}`).toBe(true);
      }
    }
  });

  it('are those of all that stands below a key', () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize':
        'project: shop\ncomponents:\n  - name: web\n    bu¦ild: [{shell: make a}, {shell: make b}]\n',
    });
    const texts = new Map(
      view.compilation().artifacts.map(({ path, content }) => [path, content.text.split('\n')]),
    );
    const lines = outputLinesOf(view, file, offset).map(
      ({ path, line }) => texts.get(path)?.[line - 1] ?? '',
    );
    expect(lines.some((line) => line.includes('make a'))).toBe(true);
    expect(lines.some((line) => line.includes('make b'))).toBe(true);
  });

  it('are none where there is no output, no such file and no such line', () => {
    const { view, file, offset } = cursorIn({
      'build.bitesize': 'project: shop\ncomponents:\n  - age¦nt: a\n',
    });
    expect(outputLinesOf(view, file, offset)).toEqual([]);
    expect(outputLinesOf(view, 'other', 0)).toEqual([]);
    expect(originsOfLine(view, 'other', 1)).toEqual([]);
    const whole = cursorIn({ 'build.bitesize': 'project: shop\ncomponents:\n  - name: w¦eb\n' }).view;
    const [artifact] = whole.compilation().artifacts;
    expect(originsOfLine(whole, artifact?.path ?? '', 0)).toEqual([]);
    expect(originsOfLine(whole, artifact?.path ?? '', 1_000_000)).toEqual([]);
  });
});
