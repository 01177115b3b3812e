import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { whyOutput } from '../../../compiler/why/why-output.ts';

const text = `project: shop
jobs:
  - name: nightly
    kind: pipeline
    script: echo 1
  - {name: Nightly jobs, kind: list-view, regex: ".*"}
`;

/** What `why` names for the line of a file that holds a text: pieces of the spec, and fields with defaults. */
function causes(path: string, part: string): readonly string[] {
  const { artifacts } = compile([{ name: 'jobs.bitesize', text }], {});
  const artifact = artifacts.find((each) => each.path === path);
  const lines = artifact?.content.text.split('\n') ?? [];
  const at = lines.findIndex((line) => line.includes(part));
  if (artifact === undefined || at < 0) throw new Error(`${path} has no ${part}`);
  return whyOutput(artifact, at + 1).map((cause) => {
    if (cause.kind === 'spec') return cause.span.file.text.slice(cause.span.start, cause.span.end);
    return cause.kind === 'default' ? cause.field : cause.reason;
  });
}

describe('lines of jobs of jobs.bitesize', () => {
  it.each([
    ['jenkins/jobs/nightly/config.xml', '<flow-definition', 'pipeline'],
    ['jenkins/jobs/nightly/config.xml', '<keepDependencies', 'pipeline'],
    ['jenkins/job-dsl/jobs.groovy', 'pipelineJob(', 'pipeline'],
    ['jenkins/views/Nightly jobs.xml', '<filterQueue', 'list-view'],
    ['jenkins/job-dsl/views.groovy', 'listView(', 'list-view'],
  ])('%s: %s names the kind', (path, part, kind) => expect(causes(path, part)).toContain(kind));

  it('the sandbox names its field', () =>
    expect(causes('jenkins/jobs/nightly/config.xml', '<sandbox>')[0]).toMatch(/sandbox$/));
});
