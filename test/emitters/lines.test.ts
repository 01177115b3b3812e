import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { canLower } from '../../compiler/diagnostics/merge-findings.ts';
import { lower } from '../../compiler/lower/lower.ts';
import { analyse } from '../../compiler/pipeline.ts';
import { emitters } from '../../emitters/all.ts';
import { runEmitters } from '../../emitters/run-emitters.ts';
import { kinds } from '../fuzz/arbitrary-specs.ts';
import { everyField, type FieldPath, specWith } from '../fuzz/every-field.ts';

/** Every way to end a line, and what would be an entry of its own behind it. */
const hostile = [
  'x\nRUN touch marker\nx',
  'x\r\nFROM other\r# x',
  'x\u2028RUN touch marker\u0085x\u000bx\u000cx',
  'x\\',
  'x\n',
  'x \\\\ ',
];

describe('no text of any field starts a line of its own', { timeout: 600_000 }, () => {
  for (const kind of kinds) {
    it(`of ${kind}.bitesize`, () => {
      let compared = 0;
      for (const field of everyField(kind)) {
        const expected = shapeOf(field, 'x');
        if (expected === undefined) continue;
        for (const text of hostile) {
          const found = shapeOf(field, text);
          if (found === undefined) continue;
          expect(found, `${field.steps.join('.')}: ${JSON.stringify(text)}`).toEqual(expected);
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(40);
    });
  }
});

/** Returns how many entries the files have in all, even where an error keeps them from being written. */
function shapeOf(field: FieldPath, text: string): Readonly<Record<string, number>> | undefined {
  const { project, diagnostics } = analyse([
    { name: `${field.kind}.bitesize`, text: specWith(field, JSON.stringify(text)) },
  ]);
  // A value that broke its schema is left out; so is what it would have become.
  if (!canLower(diagnostics) || diagnostics.some(({ code }) => code.startsWith('schema/'))) return undefined;
  const { ir, diagnostics: found } = lower(project, {});
  // No ENTRYPOINT is made of words that nobody can tell apart.
  if (found.some(({ code }) => code === 'image/odd-blank')) return undefined;
  const files = runEmitters(emitters, ['docker', 'plugins-txt', 'kubernetes'], ir);
  const shape: Record<string, number> = { comments: 0 };
  for (const { path, content } of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const count = counts[name];
    if (count !== undefined) shape[name] = (shape[name] ?? 0) + count(content.text);
    if (name.endsWith('.yaml')) shape.comments = (shape.comments ?? 0) + headOf(content.text);
  }
  return shape;
}

const counts: Readonly<Record<string, (text: string) => number>> = {
  Dockerfile: instructionsOf,
  'plugins.txt': (text) => linesOf(text).filter((line) => !line.startsWith('#')).length,
  'kustomization.yaml': (text) => plainYaml(text).resources?.length ?? 0,
  'create-secrets.sh': (text) => linesOf(text).length,
  'leftovers.sh': (text) => linesOf(text).length,
  'README.md': (text) => linesOf(text).length,
};

/** Whatever a program could take for the end of a line ends one here. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/);
}

function instructionsOf(text: string): number {
  const lines = linesOf(text).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.filter((_, index) => !/\\\s*$/.test(lines[index - 1] ?? '')).length;
}

function plainYaml(text: string): { readonly resources?: readonly unknown[] } {
  return load(text) as { readonly resources?: readonly unknown[] };
}

function headOf(text: string): number {
  return linesOf(text).findIndex((line) => !line.startsWith('#'));
}
