import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../compiler/pipeline.ts';
import { service } from '../findings.ts';
import { madeUpSecrets } from './made-up-secrets.ts';

/** Returns the findings about secrets of one text at its place in a spec. */
function secretsIn(where: string, name: string, text: string) {
  const source =
    where === 'shell'
      ? {
          name: 'build.bitesize',
          text: `project: shop\ncomponents:\n  - name: web\n    build:\n      - shell: |\n${text.replace(/^/gm, '          ')}\n`,
        }
      : {
          name: 'environments.bitesize',
          text: service(`env:\n  - name: ${name}\n    value: '${text.replaceAll("'", "''")}'`),
        };
  const { diagnostics } = analyse([source]);
  return diagnostics.filter(({ code }) => code.startsWith('secret/'));
}

function ordinaryValues(file: string) {
  const [, ...rows] = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map((row) => {
    const [where = '', name = '', text = ''] = row.split('\t');
    return { where, name: name === '' ? 'SETTING' : name, text };
  });
}

describe('what is found', () => {
  it.each([1, 20261129, 777])('at least 95 of 100 secrets, all of each (seed %i)', (seed) => {
    const secrets = madeUpSecrets(seed);
    expect(secrets.length).toBeGreaterThanOrEqual(200);
    const missed = secrets.filter(({ kind, name, text, secret }) => {
      const found = secretsIn(kind, name, text);
      // As reports mask it: what is left of the file must not have the secret.
      return !found.some(
        ({ severity, span }) =>
          severity === 'error' &&
          span?.file.text.slice(span.start, span.end).includes(secret.replaceAll("'", "''")),
      );
    });
    const table = ['form', 'name', 'text', 'shell'].map((kind) => {
      const all = secrets.filter((secret) => secret.kind === kind).length;
      return { kind, all, found: all - missed.filter((secret) => secret.kind === kind).length };
    });
    console.table(table);
    expect(missed.length / secrets.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.05);
  });

  it('at most 1 of 100 ordinary values', () => {
    const table = ['ordinary-values.tsv', 'typical-values.tsv'].map((file) => {
      const values = ordinaryValues(file);
      const wrong = values.filter(({ where, name, text }) => secretsIn(where, name, text).length > 0);
      return { file, values: values.length, wrong };
    });
    console.table(table.map(({ file, values, wrong }) => ({ file, values, wrong: wrong.length })));
    const values = table.reduce((sum, row) => sum + row.values, 0);
    const wrong = table.flatMap((row) => row.wrong);
    expect(values).toBeGreaterThanOrEqual(400);
    expect(wrong.length / values, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.01);
  });
});
