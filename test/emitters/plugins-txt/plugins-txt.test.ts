import { describe, expect, test } from 'vitest';
import { spanOf } from '../../../compiler/text/origin.ts';
import { pluginsTxt } from '../../../emitters/plugins-txt/index.ts';
import { controllerOf } from '../../compiler/lower/controller/lowered.ts';

function emitted(settings: string) {
  const { ir } = controllerOf(settings);
  const [txt, lock] = pluginsTxt.emit(ir);
  if (txt === undefined || lock === undefined) throw new Error('not two files');
  return { ir, txt, lock, plugins: readPluginsTxt(txt.content.text) };
}

/** Reads the file as plugin-installation-manager-tool 2.15.0 does. */
function readPluginsTxt(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').replace(/\s+/g, ''))
    .filter((line) => line !== '')
    .map((line) => line.split(':'));
}

describe('plugins.txt', () => {
  test('lists the closure with a version each, as the tool reads it', () => {
    const { ir, plugins } = emitted('');
    expect(plugins).toEqual(ir.plugins.plugins.map(({ id, version }) => [id, version]));
  });

  test('lists what was asked for before what that needs', () => {
    const { ir, txt } = emitted('');
    const order = ir.plugins.plugins.map(({ root }) => root);
    expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)));
    expect(txt.content.text.indexOf('# asked for')).toBeLessThan(txt.content.text.indexOf('\nkubernetes:'));
    expect(txt.content.text.indexOf('# needed by')).toBeLessThan(txt.content.text.indexOf('\nscm-api:'));
  });

  test('says why on every line', () => {
    const { txt } = emitted('  plugins: [{id: timestamper, why: "logs # have\\ntimes"}]');
    const lines = txt.content.text.split('\n').filter((line) => /^[a-z]/.test(line));
    for (const line of lines) expect(line).toMatch(/ # \S/);
    expect(txt.content.text).toContain(' # logs # have times\n');
    expect(txt.content.text).toMatch(/\nscm-api:\S+ +# for \w/);
  });

  test('traces each line to what asked for the plugin', () => {
    const { txt } = emitted('  plugins: [{id: timestamper}]');
    const line = txt.content.text.split('\n').findIndex((text) => text.startsWith('timestamper:'));
    const origin = txt.content.marks.find(({ first }) => first === line)?.origin;
    expect(origin && spanOf(origin)?.file.text.slice(spanOf(origin)?.start).startsWith('timestamper')).toBe(
      true,
    );
  });
});

describe('plugins.lock.json', () => {
  test('has size, checksum and address of each plugin, sorted', () => {
    const { lock, plugins } = emitted('');
    const data = JSON.parse(lock.content.text);
    expect(data).toMatchObject({ lockVersion: 1, core: '2.568.2', line: '2.568.x' });
    expect(data.plugins.map(({ id }: { id: string }) => id)).toEqual(plugins.map(([id]) => id).sort());
    for (const { id, version, sha256, size, url } of data.plugins) {
      expect(sha256).toMatch(/^[A-Za-z0-9+/]{43}=$/);
      expect(size).toBeGreaterThan(1000);
      expect(url).toBe(`https://updates.jenkins.io/download/plugins/${id}/${version}/${id}.hpi`);
    }
  });

  test('names no plugin that is not in it', () => {
    const { plugins } = JSON.parse(emitted('  plugins: [{id: git}]').lock.content.text) as {
      plugins: { id: string; needs: string[] }[];
    };
    const ids = new Set(plugins.map(({ id }) => id));
    expect(plugins.flatMap(({ needs }) => needs).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has no checksum for a version that the catalogue does not know', () => {
    const { lock } = emitted('  plugins: [{id: ansicolor, version: 99.0}]');
    const row = JSON.parse(lock.content.text).plugins.find(({ id }: { id: string }) => id === 'ansicolor');
    expect(row).toMatchObject({ version: '99.0' });
    expect(row.sha256).toBeUndefined();
  });
});
