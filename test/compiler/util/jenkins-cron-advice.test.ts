import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jenkinsCronProblem } from '../../../compiler/util/jenkins-cron.ts';
import { jenkinsCronAdvice } from '../../../compiler/util/jenkins-cron-advice.ts';

const adviceOn = (text: string) => jenkinsCronAdvice(text).map(({ kind, better }) => [kind, better]);

describe('what Jenkins warns of', () => {
  it.each([
    ['* 3 * * *', 'every-minute', 'H 3 * * *'],
    ['* H * * *', 'every-minute', 'H H * * *'],
    ['*/1 3 * * 1-5', 'every-minute', 'H 3 * * 1-5'],
    ['0-59 3 * * *', 'every-minute', 'H 3 * * *'],
    ['* * * * *', 'every-minute', 'H * * * *'],
    ['0 3 * * *', 'same-minute', 'H 3 * * *'],
    ['30 4,16 * * 1', 'same-minute', 'H 4,16 * * 1'],
    ['*/15 * * * *', 'same-minute', 'H/15 * * * *'],
    ['0,15,30,45 * * * *', 'same-minute', 'H/15 * * * *'],
    ['0,30 8 * * *', 'same-minute', 'H/30 8 * * *'],
    ['H H */3 * *', 'short-cycle', undefined],
    ['H H H/3 * *', 'short-cycle', undefined],
    ['H H 2-30/2 * *', 'short-cycle', undefined],
    ['H H 31 6 *', 'never', undefined],
    ['H H 30,31 2 *', 'never', undefined],
    ['H H 31 2,4,6,9,11 *', 'never', undefined],
    ['H H 29 2 *', 'rare', undefined],
    ['H H 1 1 1', 'rare', undefined],
    ['H H 29-31 2 7', 'rare', undefined],
  ])('%s: %s', (text, kind, better) => expect(adviceOn(text)).toEqual([[kind, better]]));

  it.each([
    'H 3 * * *',
    'H/5 * * * *',
    'H * * * *',
    '@daily',
    '@hourly',
    'TZ=Europe/London\n# at night\n@midnight',
    '5,20 3 * * *',
    '0,15,30 * * * *',
    '10-20 3 * * *',
    // The first Monday of a month has days in a row, which is no cycle.
    'H 3 1-7 * 1',
    'H 3 13 * 5',
    'H 3 29-31 * *',
    'H 3 1,15 * *',
    // Six days or five, whatever H is: not said.
    'H 3 H/5 * *',
    'H 3 28 2 *',
    'H H H 2 *',
    '',
  ])('not of %j', (text) => expect(adviceOn(text)).toEqual([]));

  it('each line alone, where it stands', () => {
    const text = 'TZ=Europe/London\n  0 3 * * *  \n# every day\n\nH 4 * * *\n* 5 * * *';
    expect(jenkinsCronAdvice(text).map(({ line, start }) => [line, start])).toEqual([
      ['0 3 * * *', text.indexOf('0 3')],
      ['* 5 * * *', text.indexOf('* 5')],
    ]);
  });
});

/** Terms of a field without `H`, with the values that they mean. */
function fieldOf(low: number, high: number): fc.Arbitrary<{ text: string; values: ReadonlySet<number> }> {
  const value = fc.integer({ min: low, max: high });
  const step = fc.integer({ min: 1, max: high - low + 1 });
  const range = (from: number, to: number, by: number) =>
    Array.from({ length: high + 1 }, (_, number) => number).filter(
      (number) => number >= from && number <= to && (number - from) % by === 0,
    );
  const term = fc.oneof(
    { weight: 3, arbitrary: fc.constant({ text: '*', values: range(low, high, 1) }) },
    { weight: 1, arbitrary: step.map((by) => ({ text: `*/${by}`, values: range(low, high, by) })) },
    { weight: 3, arbitrary: value.map((only) => ({ text: `${only}`, values: [only] })) },
    {
      weight: 1,
      arbitrary: fc.tuple(value, value, step).map(([a, b, by]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        return { text: by === 1 ? `${from}-${to}` : `${from}-${to}/${by}`, values: range(from, to, by) };
      }),
    },
  );
  return fc.array(term, { minLength: 1, maxLength: 2 }).map((terms) => ({
    text: terms.map(({ text }) => text).join(','),
    values: new Set(terms.flatMap(({ values }) => values)),
  }));
}

const schedule = fc.tuple(fieldOf(0, 59), fieldOf(0, 23), fieldOf(1, 31), fieldOf(1, 12), fieldOf(0, 7));

/** Days from one start to the next, over thirty years, each day looked at; none for a date that never comes. */
function waitsOf(days: ReadonlySet<number>, months: ReadonlySet<number>, weekdays: ReadonlySet<number>) {
  const starts: number[] = [];
  for (let day = 0; day < 30 * 365; day++) {
    const date = new Date(Date.UTC(2001, 0, 1 + day));
    const weekday = date.getUTCDay();
    const isDay = weekdays.has(weekday) || (weekday === 0 && weekdays.has(7));
    if (isDay && months.has(date.getUTCMonth() + 1) && days.has(date.getUTCDate())) starts.push(day);
  }
  return starts.length === 0 ? [] : starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
}

it('is what Jenkins computes, for any schedule', () => {
  fc.assert(
    fc.property(schedule, ([minute, hour, day, month, weekday]) => {
      const text = [minute, hour, day, month, weekday].map((field) => field.text).join(' ');
      expect(jenkinsCronProblem(text)).toBeUndefined();
      const [found] = jenkinsCronAdvice(text);
      const waits = waitsOf(day.values, month.values, weekday.values);
      const isRare = waits.some((wait) => wait > 731);
      if (waits.length === 0) expect(['never', 'rare']).toContain(found?.kind);
      else if (isRare) expect(found?.kind).toBe('rare');
      else expect(['never', 'rare']).not.toContain(found?.kind);
      if (found?.kind === 'never' || found?.kind === 'rare') return;
      if (minute.values.size === 60) expect(found?.kind).toBe('every-minute');
      const counted = [...day.values].filter((each) => each < 31).length;
      if (found?.kind === 'short-cycle') expect(counted > 5 && counted < 28).toBe(true);
    }),
    { numRuns: 400, seed: 18 },
  );
});

it('proposes only what Jenkins takes and does not warn of again', () => {
  fc.assert(
    fc.property(schedule, (fields) => {
      const text = fields.map((field) => field.text).join(' ');
      for (const { better } of jenkinsCronAdvice(text)) {
        if (better === undefined) continue;
        expect(jenkinsCronProblem(better)).toBeUndefined();
        expect(jenkinsCronAdvice(better).map(({ kind }) => kind)).not.toContain('every-minute');
        expect(jenkinsCronAdvice(better).map(({ kind }) => kind)).not.toContain('same-minute');
      }
    }),
    { numRuns: 400, seed: 19 },
  );
});
