import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';

/** Returns the file of the bundled command, which all test files of a run share: nobody may change what is beside it. */
export async function bundledCommand(): Promise<string> {
  const { cli, error }: { readonly cli?: string; readonly error?: string } = JSON.parse(
    await text(connect(inject('bundleSocket'))),
  );
  if (cli === undefined) throw new Error(`the command cannot be bundled: ${error}`);
  return cli;
}
