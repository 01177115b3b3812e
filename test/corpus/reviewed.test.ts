import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../compiler/pipeline.ts';
import { applySafeFixes } from '../../compiler/run/project/apply-fixes.ts';
import { positionAt } from '../../compiler/text/position.ts';
import { isAcceptedByAnEngine, type Judgement, judge } from '../../scripts/corpus/judge.ts';
import { isCorpus, readCorpus, type Sample, wholeProjects } from '../../scripts/corpus/read-corpus.ts';

/** The corpus is no part of the project; the review of it is. */
const folder = join(import.meta.dirname, '../../../shared/corpus');

/** What was decided about a sample: every one that is not simply accepted, by an engine and here. */
interface Review {
  readonly here: string;
  readonly codes: string;
  readonly firstError: string;
  readonly why: string;
}

const lines = readFileSync(join(import.meta.dirname, 'reviewed.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1);
const reviews = new Map(
  lines.map((line) => {
    const [path = '', , , here = '', codes = '', firstError = '', why = ''] = line.split('\t');
    return [path, { here, codes, firstError, why } satisfies Review] as const;
  }),
);

describe('the review of the corpus', () => {
  it('gives a reason for every sample', () => {
    expect([...reviews].filter(([, { why }]) => why.length < 8).map(([path]) => path)).toEqual([]);
  });
});

describe.runIf(isCorpus(folder))('the corpus', () => {
  const samples = isCorpus(folder) ? readCorpus(folder).filter(({ kind }) => kind !== 'fragment') : [];

  const judgements = new Map<Sample, Judgement>();
  const judgementOf = (sample: Sample): Judgement => {
    const judgement = judgements.get(sample) ?? judge([sample]);
    judgements.set(sample, judgement);
    return judgement;
  };

  it.each(samples.map((sample) => [sample.path, sample] as const))(
    '%s is judged as reviewed',
    (path, sample) => {
      const { accepted, codes, errors } = judgementOf(sample);
      const span = errors[0]?.span;
      const place = span === undefined ? undefined : positionAt(span.file, span.start);
      const review = reviews.get(path);
      if (review === undefined) {
        expect([isAcceptedByAnEngine(sample), accepted, codes]).toEqual([true, true, []]);
        return;
      }
      const found = {
        here: accepted ? 'accepted' : 'rejected',
        codes: codes.join(','),
        firstError: place === undefined ? '' : `${place.line}:${place.column}`,
      };
      expect(found).toEqual({ here: review.here, codes: review.codes, firstError: review.firstError });
    },
  );

  it('every finding stands inside its file', () => {
    for (const sample of samples) {
      const { errors, warnings } = judgementOf(sample);
      for (const { span, labels, fixes } of [...errors, ...warnings]) {
        const edits = fixes.flatMap(({ edits: all }) => all.map((edit) => edit.span));
        for (const each of [...(span ? [span] : []), ...labels.map((label) => label.span), ...edits]) {
          expect(each.start).toBeGreaterThanOrEqual(0);
          expect(each.end).toBeGreaterThanOrEqual(each.start);
          expect(each.end).toBeLessThanOrEqual(sample.text.length);
        }
      }
    }
  });

  it('safe fixes leave nothing behind, and bring nothing new', () => {
    for (const { path, kind, text } of samples) {
      const name = `${kind}.bitesize`;
      const before = analyse([{ name, text }]).diagnostics;
      let fixedText = text;
      let after = before;
      for (let round = 0; round < 5 && applySafeFixes(after).length > 0; round++) {
        fixedText = applySafeFixes(after)[0]?.text ?? fixedText;
        after = analyse([{ name, text: fixedText }]).diagnostics;
      }
      const known = new Set(before.map(({ code }) => code));
      expect([path, after.filter(({ code }) => !known.has(code)).map(({ code }) => code)]).toEqual([
        path,
        [],
      ]);
      expect([path, after.flatMap(({ fixes }) => fixes).filter(({ safe }) => safe).length]).toEqual([
        path,
        0,
      ]);
    }
  });

  it('names that do not resolve are reported in whole projects', () => {
    const wrong = wholeProjects(samples).flatMap((project) => {
      const expected = project.samples.flatMap(({ crossReferences }) =>
        crossReferences.split('; ').filter(Boolean),
      );
      const messages = judge(project.samples)
        .errors.map(({ message }) => message)
        .join('\n');
      const names = expected.flatMap(
        (text) => /(?:application|build|differs:) ([^\s/]+)/.exec(text)?.[1] ?? [],
      );
      return names
        .filter((name) => !messages.includes(`\`${name}\``))
        .map((name) => `${project.folder} ${name}`);
    });
    expect(wrong).toEqual([]);
  });
});
