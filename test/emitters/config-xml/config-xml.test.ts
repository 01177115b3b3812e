import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { sourced } from '../../../compiler/text/sourced.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';
import { configXml } from '../../../emitters/config-xml/index.ts';
import type { Item } from '../../../jenkins/all-items.ts';
import { arbitraryItems } from '../../jenkins/items/arbitrary-item.ts';
import { node } from '../../jenkins/items/node.ts';
import { emitItems } from '../emit.ts';

describe('configXml', () => {
  it('lays jobs out as Jenkins does, and views beside them', () => {
    const items: Item[] = [
      node({ kind: 'folder', family: 'folders', name: 'team' }),
      node({ kind: 'folder', family: 'folders', name: 'team/sub' }),
      node({ kind: 'freestyle', family: 'build_jobs', name: 'team/sub/build' }),
      node({ kind: 'list-view', family: 'views', name: 'team/all', columns: [] }),
    ];
    expect([...emitItems(configXml, items).keys()]).toEqual([
      'jenkins/jobs/team/config.xml',
      'jenkins/jobs/team/jobs/sub/config.xml',
      'jenkins/jobs/team/jobs/sub/jobs/build/config.xml',
      'jenkins/views/team/all.xml',
    ]);
  });

  it('prints well-formed XML 1.1, whatever the texts are', () => {
    fc.assert(
      fc.property(arbitraryItems(6), (items) => {
        for (const { text } of emitItems(configXml, items).values()) {
          expect(text.startsWith('<?xml version="1.1" encoding="UTF-8"?>\n')).toBe(true);
          expect(XMLValidator.validate(text)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('traces lines to values, variables, scripts and nodes', () => {
    const origin = (name: string) => fromPolicy(name);
    const script = new TracedText('set -e\nmake\n', [
      { first: 1, last: 1, origin: origin('line of a script') },
    ]);
    const items: Item[] = [
      {
        kind: 'freestyle',
        family: 'build_jobs',
        name: 'traced',
        origin: origin('job'),
        description: sourced('one\ntwo', origin('description')),
        disabled: sourced(true, origin('disabled')),
        quietPeriod: sourced(7, origin('quiet')),
        builders: [
          {
            kind: 'environment',
            origin: origin('environment'),
            variables: [
              { name: 'A', value: 'x\ny', origin: origin('A') },
              { name: 'B', value: '', origin: origin('B') },
            ],
          },
          { kind: 'shell', script, origin: origin('step') },
        ],
        publishers: [
          {
            kind: 'mailer',
            recipients: [sourced('a@b', origin('first')), sourced('c@d', origin('second'))],
            origin: origin('mailer'),
          },
        ],
      },
    ];
    const { text, marks } =
      emitItems(configXml, items).get('jenkins/jobs/traced/config.xml') ?? new TracedText('');
    const lines = text.split('\n').map((line) => line.trim());
    const found = marks.map(({ first, last, origin: by }) => [
      by.kind === 'policy' ? by.reason : by.kind,
      lines.slice(first, last + 1),
    ]);
    expect(Object.fromEntries(found)).toMatchObject({
      description: ['<description>one', 'two</description>'],
      disabled: ['<disabled>true</disabled>'],
      quiet: ['<quietPeriod>7</quietPeriod>'],
      A: ['<propertiesContent>A=x', 'y'],
      B: ['B=</propertiesContent>'],
      'line of a script': ['make'],
      step: [
        '<hudson.tasks.Shell>',
        '<command>set -e',
        'make',
        '</command>',
        '<configuredLocalRules/>',
        '</hudson.tasks.Shell>',
      ],
      several: ['<recipients>a@b c@d</recipients>'],
      job: lines.slice(1, -1),
    });
  });
});
