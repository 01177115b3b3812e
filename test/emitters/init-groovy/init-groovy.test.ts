import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TracedText } from '../../../compiler/text/traced-text.ts';
import { initGroovy } from '../../../emitters/init-groovy/index.ts';
import { controllerOf } from '../../compiler/lower/controller/lowered.ts';
import { initScriptsOf } from '../emit.ts';

const full = `
  url: https://ci.example.com/
  admin_email: ci@example.com
  users: [{name: alice, email: alice@example.com}]
  authorization: {strategy: matrix, matrix: [{group: authenticated, permissions: [Overall/Read]}]}
  seed: {repository: "git@git.example.com:a/b.git"}
  credentials: [{id: a, type: file}, {id: b, type: secret-text}, {id: c, type: username-password}]
  env: [{name: A, value: b}]
  mail: {host: smtp.example.com, secret: smtp}
`;

const scriptsOf = (settings: string) => initScriptsOf(controllerOf(settings).controller);

/** YAML's double quotes take the same escapes as JSON's. */
const quoted = (text: string): string => JSON.stringify(text);

/** Text as a spec can hold it: no control characters but line breaks and tabs. */
const specText = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff\ufeff]/gu, ''))
  .map((text) => `x${text}`);

const hostile = fc.oneof(
  specText,
  fc.constantFrom(
    "'); evil() //",
    '$' + '{evil()}',
    "'''\n'''",
    '\\u0027',
    '\\',
    "\\'",
    '$',
    '*/ evil() /*',
    '\n// a\n',
  ),
);

describe('init scripts', () => {
  test('are numbered files that Jenkins runs in the order of their names', () => {
    const { ir } = controllerOf(full);
    const paths = initGroovy.emit(ir).map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    for (const path of paths) expect(path).toMatch(/^jenkins\/init\.groovy\.d\/\d\d-[a-z-]+\.groovy$/);
    expect(paths[0]).toContain('10-security');
    expect(paths.at(-1)).toContain('99-verify');
  });

  test('each end start-up when something in them goes wrong, without a cause that Jenkins would forgive', () => {
    for (const { name, content } of scriptsOf(full)) {
      expect(content.text, name).toMatch(/\n} catch \(Throwable problem\) \{\n/);
      expect(content.text, name).toMatch(
        /throw new AssertionError\(\(Object\) \('[\w-]+: ' \+ problem\)\)\n}\n$/,
      );
    }
  });

  test('say that they ran to their end as the last thing', () => {
    for (const { name, content } of scriptsOf(full)) {
      const marker = `getBinding().setVariable('bitesize.${name.replace('.groovy', '')}', true)\n} catch`;
      expect(content.text, name).toContain(marker);
    }
  });

  test('never take a class of a plugin in the scripts that have to run whatever is installed', () => {
    for (const { name, content } of scriptsOf(full).filter(({ name }) =>
      /security|guard|accounts|system|verify/.test(name),
    )) {
      const imports = content.text.split('\n').filter((line) => line.startsWith('import '));
      for (const line of imports) expect(line, name).toMatch(/^import (hudson|jenkins|java)\./);
    }
  });

  test('have an origin on every line but those that only import and explain', () => {
    for (const { name, content } of scriptsOf(full)) {
      const lines = content.text.split('\n');
      const start = lines.indexOf('try {');
      const untraced = lines
        .map((line, index) => ({ line, index }))
        .slice(start, -1)
        .filter(({ index }) => !isTraced(content, index));
      expect(untraced, name).toEqual([]);
    }
  });

  test('trace a value to the line of the spec that it comes from', () => {
    const { content } = scriptsOf(full).find(({ name }) => name.startsWith('24-mail')) ?? {
      content: undefined,
    };
    const line = content?.text.split('\n').findIndex((text) => text.includes('smtp.example.com')) ?? -1;
    const spans = content?.marks
      .filter(({ first, last }) => first <= line && line <= last)
      .flatMap(({ origin }) =>
        origin.kind === 'spec' ? [origin.span.file.text.slice(origin.span.start, origin.span.end)] : [],
      );
    expect(spans).toContain('smtp.example.com');
  });

  test('hold no text that the image may rewrite, and no value outside of a literal', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (message, value, description) => {
        const settings = `
  system_message: ${quoted(message)}
  env: [{name: A, value: ${quoted(value)}}]
  credentials: [{id: a, type: file, description: ${quoted(description)}, file_name: ${quoted(value)}}]
  agents: [{name: generic, env: [{name: A, value: ${quoted(description)}}]}]
`;
        const neutral = scriptsOf(settings.replaceAll(/"(?:[^"\\]|\\.)*"/g, '"x"'));
        const scripts = scriptsOf(settings);
        for (const [index, { content, name }] of scripts.entries()) {
          expect(content.text).not.toContain('$' + '{');
          expect(withoutLiterals(content.text), name).toBe(
            withoutLiterals(neutral[index]?.content.text ?? ''),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('of long lists are in methods that the class file can hold', () => {
    const users = Array.from({ length: 400 }, (_, index) => `{name: user${index}}`).join(', ');
    const accounts = scriptsOf(`  users: [${users}]`).find(({ name }) => name.startsWith('12-'));
    const methods = accounts?.content.text.match(/static void users\d+\([\s\S]*?\n {4}\}/g) ?? [];
    expect(methods).toHaveLength(8);
    for (const method of methods) expect(method.split('\n').length).toBeLessThanOrEqual(52);
    expect(accounts?.content.text).toContain('AccountsSetup.users8(realm, admin)');
  });
});

function isTraced({ marks }: TracedText, line: number): boolean {
  return marks.some(({ first, last }) => first <= line && line <= last);
}

/** Returns a script with an empty literal in the place of each, so that what is left is code. */
function withoutLiterals(text: string): string {
  return text
    .replace(/'''(?:[^\\]|\\[\s\S])*?'''/g, "''")
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
    .replace(/'' \+\n''/g, "''");
}
