import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFully } from '../../../../compiler/compile.ts';
import { jobBuilderTool } from '../../tools/job-builder.ts';
import { requireTool } from '../../tools/require-tool.ts';
import { runCommand } from '../../tools/run-command.ts';
import { type Case, casesFolder, readCases } from './cases.ts';
import { compareXml, type XmlDifference } from './compare-xml.ts';

/** A difference and whose it is. */
export interface FoundDifference extends XmlDifference {
  readonly family: string;
  readonly thing: string;
}

/**
 * Returns where our jobs differ from those that Job Builder makes of the same, for all cases. Throws when Job Builder
 * refuses a case or our compiler has something to say about one.
 */
export async function findDifferences(): Promise<readonly FoundDifference[]> {
  const folder = mkdtempSync(join(tmpdir(), 'job-builder-'));
  try {
    const { code, stderr } = await runCommand(requireTool(jobBuilderTool), [
      ...['test', '--recursive', '--config-xml', '-o', folder, fileURLToPath(casesFolder)],
    ]);
    if (code !== 0) throw new Error(`jenkins-jobs: ${stderr.slice(-3000)}`);
    const found = await Promise.all(
      readCases().map(async (one) =>
        compareXml(
          await compiled(one),
          readFileSync(join(folder, `${one.family}-${one.thing}`, 'config.xml'), 'utf8'),
        ).map((difference) => ({ family: one.family, thing: one.thing, ...difference })),
      ),
    );
    return found.flat();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compiled({ family, thing, ours }: Case): Promise<string> {
  const { artifacts, diagnostics } = await compileFully([{ name: 'jobs.bitesize', text: ours }], {
    emit: ['config-xml'],
    allowPlainSecrets: true,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const config = artifacts.find(
    ({ path }) =>
      path.endsWith(`/jobs/${family}-${thing}/config.xml`) || path.endsWith(`/views/${family}-${thing}.xml`),
  );
  if (errors.length > 0 || config === undefined)
    throw new Error(
      `${family}/${thing}: ${errors.map(({ code, message }) => `${code} ${message}`).join('\n')}`,
    );
  return config.content.text;
}
