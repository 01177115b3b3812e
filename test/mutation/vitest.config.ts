import { readFileSync } from 'node:fs';
import { mergeConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

/*
 * The tests with one source file replaced, as run.ts asks: BITESIZE_MUTANT names a file with the path and the text. No
 * file of the checkout is changed, so that an interrupted run leaves nothing behind.
 */
const { file, text }: { readonly file: string; readonly text: string } = JSON.parse(
  readFileSync(process.env.BITESIZE_MUTANT ?? '', 'utf8'),
);

export default mergeConfig(config, {
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id: string) => (id.split('?')[0] === file ? text : undefined),
    },
  ],
  test: { root: process.cwd(), maxWorkers: 1, bail: 1, silent: true },
});
