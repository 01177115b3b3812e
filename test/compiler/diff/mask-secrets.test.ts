import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../compiler/diagnostics/diagnose.ts';
import { maskChanges, secretMask } from '../../../compiler/diff/mask-secrets.ts';
import { groovyLiteral } from '../../../compiler/print/groovy-literal.ts';

function maskOf(...secrets: string[]) {
  return secretMask(
    secrets.map((text) =>
      diagnose(
        'secret/plain-value',
        { name: 'x' },
        { file: { name: 'a', text }, start: 0, end: text.length },
      ),
    ),
  );
}

describe('secretMask', () => {
  it('hides a secret wherever it stands, and nothing else', () => {
    const mask = maskOf('"hunter22"');
    expect(mask('--password=hunter22 -v')).toBe('--password=******** -v');
    expect(mask('hunter')).toBe('hunter');
  });

  it.each([`pa'ss$w\\ord&1`, 'a<b>"c"d8d8', 'it is, 100% secret'])(
    'hides %s as every target writes it',
    (secret) => {
      const mask = maskOf(secret);
      const xml = (text: string) =>
        text
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;');
      const forms = [
        secret,
        JSON.stringify(secret).slice(1, -1),
        xml(secret),
        groovyLiteral(secret).slice(1, -1),
        xml(groovyLiteral(secret).slice(1, -1)),
        secret.replaceAll("'", "''"),
        secret.replaceAll("'", `'\\''`),
      ];
      for (const form of forms) expect(mask(`x ${form} y`)).toBe('x ******** y');
    },
  );

  it('hides each line of a key, also in a path', () => {
    const mask = maskOf('|\n  -----BEGIN KEY-----\n  MIIabcdefgh\n');
    expect(mask('MIIabcdefgh')).toBe('********');
    const [change] = maskChanges(
      [
        {
          action: 'change',
          kind: 'job',
          name: 'a',
          risks: [{ kind: 'downgrade', text: 'to `MIIabcdefgh`' }],
          fields: [
            { path: 'args[MIIabcdefgh]', line: 3, after: { value: '+ MIIabcdefgh', origin: undefined } },
          ],
        },
      ],
      mask,
    );
    expect(change?.fields).toEqual([
      { path: 'args[********]', line: 3, after: { value: '+ ********', origin: undefined } },
    ]);
    expect(change?.risks[0]?.text).toBe('to `********`');
  });

  it.each([
    ['in YAML', String.raw`"hunter\x32\u0032 \"and\" more"`, 'hunter22 "and" more'],
    ['in YAML with single quotes', "'it''s hunter22'", "it's hunter22"],
    ['in TypeScript', String.raw`'it\'s hunter\u{32}2'`, "it's hunter22"],
    ['over lines', String.raw`"TOKEN=hunter22\nmake all"`, 'TOKEN=hunter22'],
  ])('hides what a text with escapes means %s', (_, written, meant) => {
    expect(maskOf(written)(`x ${meant} y`)).toBe('x ******** y');
  });

  it('hides tokens that no spec told of, such as those in a file that a spec names', () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    expect(maskOf('hunter22')(`+ token ${token}`)).toBe('+ token ********');
  });

  it('hides a short secret only where it is the whole value', () => {
    const mask = maskOf('abc');
    expect([mask('abc'), mask('abcd')]).toEqual(['********', 'abcd']);
  });
});
