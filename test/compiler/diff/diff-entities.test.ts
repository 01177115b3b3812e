import { describe, expect, it } from 'vitest';
import { diffEntities } from '../../../compiler/diff/diff-entities.ts';
import type { Entity, EntityKind } from '../../../compiler/diff/entity.ts';
import { flatten } from '../../../compiler/diff/flatten.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { sourced } from '../../../compiler/text/sourced.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';

function entity(kind: EntityKind, name: string, value: unknown): Entity {
  return { kind, name, origin: undefined, fields: flatten(value) };
}

const job = (name: string, script: string) =>
  entity('job', name, { name, label: 'generic', script, schedule: 'H/5 * * * *', branch: 'main' });

/** The changes as lines: action, kind, name, changed fields, risks. */
function changes(before: readonly Entity[], after: readonly Entity[]): string[] {
  return diffEntities(before, after).map(({ action, kind, name, from, fields, risks }) =>
    [
      action,
      kind,
      from === undefined ? name : `${from} -> ${name}`,
      ...fields.map(({ path }) => path),
      ...risks.map((risk) => risk.kind),
    ].join(' '),
  );
}

describe('flatten', () => {
  it('names entries of lists, and leaves origins out', () => {
    const value = {
      origin: fromPolicy('x'),
      parameters: [
        { name: 'A', value: sourced('1', fromPolicy('y')) },
        { name: 'B', value: 2 },
      ],
      plain: ['x', 'y'],
    };
    expect([...flatten(value)].map(([path, field]) => `${path}=${field.value}`)).toEqual([
      'parameters[A].name=A',
      'parameters[A].value=1',
      'parameters[B].name=B',
      'parameters[B].value=2',
      'plain[x]=x',
      'plain[y]=y',
    ]);
  });

  it('gives a leaf the nearest origin', () => {
    const fields = flatten({ origin: fromPolicy('node'), a: 1, b: sourced(2, fromPolicy('leaf')) });
    expect([fields.get('a')?.origin, fields.get('b')?.origin]).toEqual([
      fromPolicy('node'),
      fromPolicy('leaf'),
    ]);
  });
});

describe('diffEntities', () => {
  it('finds nothing between equal outputs', () => {
    expect(changes([job('a', 'x')], [job('a', 'x')])).toEqual([]);
  });

  it('tells added, changed and removed apart', () => {
    expect(
      changes([job('a', 'x'), job('b', 'one')], [job('a', 'y'), entity('plugin', 'git', { version: '1' })]),
    ).toEqual(['change job a script', 'remove job b history-lost', 'add plugin git']);
  });

  it('recognises a renamed job, whose builds are lost all the same', () => {
    expect(changes([job('old', 'make old')], [job('new', 'make new')])).toEqual([
      'rename job old -> new name script history-lost',
    ]);
  });

  it('marks a downgrade, a lost claim, a moved host and a widened right', () => {
    const ingress = (host: string) => entity('kubernetes-object', 'dev/Ingress/web', { rules: [{ host }] });
    expect(
      changes(
        [
          entity('plugin', 'git', { version: '5.10.1' }),
          entity('kubernetes-object', 'dev/PersistentVolumeClaim/data', { size: '5Gi' }),
          ingress('old.example.com'),
          entity('setting', 'authorization', { anonymous: false }),
        ],
        [
          entity('plugin', 'git', { version: '5.9.2' }),
          ingress('new.example.com'),
          entity('setting', 'authorization', { anonymous: true }),
        ],
      ),
    ).toEqual([
      'change plugin git version downgrade',
      'change setting authorization anonymous permission-widened',
      'change kubernetes-object dev/Ingress/web rules[new.example.com].host host-moved',
      'remove kubernetes-object dev/PersistentVolumeClaim/data data-lost',
    ]);
  });

  it('shows a renamed entry of a list as one with another name', () => {
    const service = (...ports: number[]) =>
      entity('kubernetes-object', 'dev/Service/web', {
        ports: ports.map((port) => ({ name: `http-${port}`, port, protocol: 'TCP' })),
      });
    expect(changes([service(80, 8080)], [service(80, 9090)])).toEqual([
      'change kubernetes-object dev/Service/web ports[http-9090].name ports[http-9090].port',
    ]);
  });

  it('shows one more entry of a list without names as one, wherever it stands', () => {
    const steps = (...scripts: string[]) =>
      entity('job', 'a', { builders: scripts.map((script) => ({ script })) });
    expect(changes([steps('b', 'c')], [steps('a', 'b', 'c')])).toEqual(['change job a builders[0].script']);
    expect(changes([steps('a', 'b', 'c')], [steps('a', 'c')])).toEqual([
      'change job a builders[was 1].script',
    ]);
    expect(changes([steps('a', 'b', 'c')], [steps('a', 'x', 'c', 'd')])).toEqual([
      'change job a builders[1].script builders[3].script',
    ]);
  });

  it('shows the lines of a text that differ, with their places', () => {
    const mark = (line: number) => ({ first: line, last: line, origin: fromPolicy(`line ${line}`) });
    const script = (...lines: string[]) =>
      entity('job', 'a', { script: new TracedText(lines.join('\n'), [mark(0), mark(1), mark(2)]) });
    const [change] = diffEntities([script('a', 'b', 'c', 'd')], [script('a', 'x', 'c', 'd', 'e')]);
    expect(
      change?.fields.map(({ line, before, after }) => [line, before?.value, after?.value, after?.origin]),
    ).toEqual([
      [2, 'b', 'x', fromPolicy('line 1')],
      [5, undefined, 'e', fromPolicy('line 0')],
    ]);
  });
});
