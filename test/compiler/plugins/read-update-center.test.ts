import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUpdateCenter } from '../../../compiler/plugins/read-update-center.ts';

const sha256 = `${'a'.repeat(43)}=`;
const plugin = {
  name: 'web',
  version: '1.2-3.v0a_b',
  requiredCore: '2.555.1',
  sha256,
  size: 42,
  url: 'https://updates.jenkins.io/download/plugins/web/1.2-3.v0a_b/web.hpi',
  dependencies: [
    { name: 'log', version: '1', optional: true },
    { name: 'b', version: '2', optional: false },
    { name: 'a', version: '1' },
  ],
};
const warning = {
  id: 'SECURITY-1/2',
  name: 'web',
  type: 'plugin',
  url: 'https://www.jenkins.io/security/advisory/2026-01-01/#SECURITY-1%20(2)',
  versions: [{ lastVersion: '1.1', pattern: '1[.][01](|[-.].*)' }],
};
const center = { core: { version: '2.578' }, plugins: { web: plugin }, warnings: [warning] };
const withPlugin = (change: object): string =>
  JSON.stringify({ ...center, plugins: { web: { ...plugin, ...change } } });

describe('readUpdateCenter', () => {
  it('reads plugins and warnings', () => {
    expect(readUpdateCenter(JSON.stringify(center))).toEqual({
      value: {
        core: '2.578',
        plugins: [
          {
            id: 'web',
            version: '1.2-3.v0a_b',
            core: '2.555.1',
            sha256,
            size: 42,
            needs: ['a:1', 'b:2'],
            optional: ['log:1'],
          },
        ],
        warnings: [
          {
            id: warning.id,
            plugin: 'web',
            url: warning.url,
            versions: [{ pattern: '1[.][01](|[-.].*)', last: '1.1' }],
          },
        ],
      },
      problems: [],
    });
  });

  it('reads the form that the official site serves', () => {
    const text = `updateCenter.post(\n${JSON.stringify(center)}\n);`;
    expect(readUpdateCenter(text)).toEqual(readUpdateCenter(JSON.stringify(center)));
  });

  it('keeps an address that is not the official one', () => {
    const { value } = readUpdateCenter(withPlugin({ url: 'https://mirror.test/web.hpi' }));
    expect(value?.plugins[0]?.url).toBe('https://mirror.test/web.hpi');
  });

  it.each([
    ['', 'a JSON object'],
    ['not json', 'a JSON object'],
    ['[]', 'a JSON object'],
    ['{"plugins":', 'a JSON object'],
    [`alert(${JSON.stringify(center)})`, 'a JSON object'],
    ['{"plugins":{}}', 'a version'],
    ['{"core":{"version":"2.1"},"plugins":[]}', 'an object'],
  ])('refuses %j', (text, expected) => {
    const { value, problems } = readUpdateCenter(text);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => problem.expected)).toEqual([expected]);
  });

  it.each([
    [{ version: '1.2 # x' }, 'plugins.web.version'],
    [{ version: '1:http://x' }, 'plugins.web.version'],
    [{ version: 1.2 }, 'plugins.web.version'],
    [{ requiredCore: null }, 'plugins.web.requiredCore'],
    [{ sha256: 'abc' }, 'plugins.web.sha256'],
    [{ size: -1 }, 'plugins.web.size'],
    [{ size: '12' }, 'plugins.web.size'],
    [{ url: 'file:///etc/passwd' }, 'plugins.web.url'],
    [{ url: 'https://x.test/a b' }, 'plugins.web.url'],
    [{ dependencies: [{ name: '../up', version: '1' }] }, 'plugins.web.dependencies[0]'],
    [{ dependencies: [{ name: 'a', version: '1' }, 'b'] }, 'plugins.web.dependencies[1]'],
  ])('leaves out a plugin with %j', (change, path) => {
    const { value, problems } = readUpdateCenter(withPlugin(change));
    expect(value?.plugins).toEqual([]);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });

  it('leaves out a plugin by a name that could not be in a plugins.txt', () => {
    const plugins = { 'a b': plugin, '__proto__:': plugin, '../x': plugin };
    const { value, problems } = readUpdateCenter(JSON.stringify({ ...center, plugins }));
    expect(value?.plugins).toEqual([]);
    expect(problems).toHaveLength(3);
  });

  it('leaves out a pattern that does not compile or could take for ever', () => {
    const versions = [{ pattern: '(' }, { pattern: '(a+)+' }, { pattern: '(a*){9}' }, {}, { pattern: '.*' }];
    const { value, problems } = readUpdateCenter(
      JSON.stringify({ ...center, warnings: [{ ...warning, versions }] }),
    );
    expect(value?.warnings[0]?.versions).toEqual([{ pattern: '.*', last: null }]);
    expect(problems.map((problem) => problem.path)).toEqual(
      [0, 1, 2, 3].map((at) => `warnings[0].versions[${at}].pattern`),
    );
  });

  it('never fails, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.json(), (plugins, warnings, entry) => {
        const text = `{"core":{"version":"2.1"},"plugins":${plugins},"warnings":${warnings},"x":${entry}}`;
        expect(readUpdateCenter(text).problems).toBeInstanceOf(Array);
        const inside = `{"core":{"version":"2.1"},"plugins":{"web":${plugins}},"warnings":[${warnings},${entry}]}`;
        expect(readUpdateCenter(inside).value?.core).toBe('2.1');
      }),
    );
  });
});
