import fc from 'fast-check';
import { expect, test } from 'vitest';
import { versionParameter } from '../../../compiler/link/version-parameter.ts';

test.each([
  ['web', 'web_VERSION'],
  ['web-api', 'web_api_VERSION'],
  ['web.api', 'web_api_VERSION'],
  ['2048-game', '_2048_game_VERSION'],
  ['bücher', 'b_cher_VERSION'],
])('%s gives %s', (name, parameter) => {
  expect(versionParameter(name)).toBe(parameter);
});

test('a parameter is always the name of an environment variable', () => {
  fc.assert(fc.property(fc.string(), (name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(versionParameter(name))));
});
