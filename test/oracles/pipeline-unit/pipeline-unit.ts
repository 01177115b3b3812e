import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PipelineScenario } from '../pipeline/pipeline-scenario.ts';
import { groovyTool } from '../tools/groovy.ts';
import { findJava } from '../tools/java.ts';
import { pipelineUnitTool } from '../tools/java-readers.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Returns the steps that a pipeline takes under JenkinsPipelineUnit, in order, each with its first argument as a text. Of
 * the scenario it knows variables, parameters, and the answers of `checkout`, `sh` and `input`. It fails when the engine
 * prints no list.
 */
export async function pipelineCalls({
  text,
  environment = {},
  params = {},
  answers = [],
}: PipelineScenario): Promise<readonly (readonly [step: string, argument: string])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-pipeline-unit-'));
  try {
    writeFileSync(join(folder, 'script.groovy'), text);
    writeFileSync(join(folder, 'world.json'), JSON.stringify({ environment, params, answers }));
    const { stdout, stderr } = await runCommand(findJava() ?? 'java', [
      '-cp',
      [requireTool(groovyTool), join(requireTool(pipelineUnitTool), '*')].join(':'),
      'groovy.ui.GroovyMain',
      join(here, 'RunPipeline.groovy'),
      join(folder, 'script.groovy'),
      join(folder, 'world.json'),
    ]);
    if (!stdout.startsWith('[')) throw new Error(`${stdout}${stderr}`);
    return JSON.parse(stdout) as [string, string][];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
