import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { expect, it } from 'vitest';

/* There is no Helix in the package registries: its settings are looked at as data. */
const settings = parse(
  readFileSync(join(import.meta.dirname, '../../editors/helix/languages.toml'), 'utf8'),
) as unknown as {
  readonly 'language-server': Readonly<
    Record<string, { readonly command: string; readonly args: readonly string[] }>
  >;
  readonly language: readonly {
    readonly name: string;
    readonly 'file-types'?: readonly { readonly glob: string }[];
    readonly 'language-servers': readonly string[];
  }[];
};

it('the settings for Helix give specs the server, and TypeScript both', () => {
  expect(settings['language-server']).toEqual({ bitesize: { command: 'bitesize', args: ['lsp'] } });
  expect(settings.language.map((each) => [each.name, each['language-servers']])).toEqual([
    ['bitesize', ['bitesize']],
    ['typescript', ['typescript-language-server', 'bitesize']],
  ]);
  expect(settings.language[0]?.['file-types']).toEqual([{ glob: '*.bitesize' }]);
});
