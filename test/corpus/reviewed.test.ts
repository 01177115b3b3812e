import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../compiler/pipeline.ts';
import { applyFixes } from '../../compiler/run/project/apply-fixes.ts';
import { positionAt } from '../../compiler/text/position.ts';
import { isAcceptedByAnEngine, type Judgement, judge } from '../../scripts/corpus/judge.ts';
import { readCorpus, type Sample, wholeProjects } from '../../scripts/corpus/read-corpus.ts';
import { type Corpus, corpora } from './corpora.ts';

/** What was decided about a sample: every one that is not simply accepted, by an engine and here. */
interface Review {
  readonly here: string;
  readonly codes: string;
  readonly firstError: string;
  readonly why: string;
}

function readReviews(path: string): ReadonlyMap<string, Review> {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [sample = '', , , here = '', codes = '', firstError = '', why = ''] = line.split('\t');
      return [sample, { here, codes, firstError, why }] as const;
    }),
  );
}

describe.each(corpora)('the review of $title', ({ reviews }) => {
  it('gives a reason for every sample', () => {
    const all = [...readReviews(reviews)];
    expect(all.length).toBeGreaterThan(9);
    expect(all.filter(([, { why }]) => why.length < 8).map(([path]) => path)).toEqual([]);
  });
});

describe.for(corpora)('$title', (corpus) => {
  describe.skipIf(!corpus.isThere)('is judged', () => judgedAsReviewed(corpus));
});

function judgedAsReviewed({ folder, reviews: reviewFile, isThere }: Corpus): void {
  const reviews = readReviews(reviewFile);
  const samples = isThere ? readCorpus(folder).filter(({ kind }) => kind !== 'fragment') : [];

  const judgements = new Map<Sample, Judgement>();
  const judgementOf = (sample: Sample): Judgement => {
    const judgement = judgements.get(sample) ?? judge([sample]);
    judgements.set(sample, judgement);
    return judgement;
  };

  it('has every kind of spec, and every sample that is reviewed', () => {
    expect([...new Set(samples.map(({ kind }) => kind))].sort()).toEqual([
      'application',
      'build',
      'environments',
    ]);
    const paths = new Set(samples.map(({ path }) => path));
    expect([...reviews.keys()].filter((path) => !paths.has(path))).toEqual([]);
  });

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
      for (let round = 0; round < 5 && applyFixes(after, 'safe').length > 0; round++) {
        fixedText = applyFixes(after, 'safe')[0]?.text ?? fixedText;
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
}
