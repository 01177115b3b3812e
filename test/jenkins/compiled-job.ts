import { compileFully } from '../../compiler/compile.ts';

/** What a job became, and what was said about it. */
interface CompiledJob {
  /** config.xml of the job. */
  readonly xml: string;
  /** All of the Job DSL. */
  readonly dsl: string;
  readonly plugins: string;
  /** Line and code of each finding. */
  readonly findings: readonly string[];
}

/**
 * Returns what a job of a kind becomes that jobs.bitesize gives these lines, indented by four blanks. There are the jobs
 * `other` and `another`, the credential `login` and the label `linux`, which others look after; `root` are lines of the
 * whole file.
 */
export async function compiledJob(kind: string, lines: string, root = ''): Promise<CompiledJob> {
  const others = ['other', 'another'].map((name) => `  - { name: ${name}, kind: freestyle }\n`).join('');
  const external = 'external: { credentials: [login], labels: [linux] }';
  const spec = `project: shop\njobs:\n  - name: job\n    kind: ${kind}\n${lines}\n${others}${external}\n${root}`;
  const { artifacts, diagnostics } = await compileFully([{ name: 'jobs.bitesize', text: spec }], {
    emit: ['config-xml', 'job-dsl', 'plugins-txt'],
  });
  const textOf = (pattern: RegExp) => artifacts.find(({ path }) => pattern.test(path))?.content.text ?? '';
  return {
    xml: textOf(/\/job\/config\.xml$/),
    dsl: textOf(/\/jobs\.groovy$/),
    plugins: textOf(/plugins\.txt$/),
    findings: diagnostics.map(({ code, span }) => `${lineOf(spec, span?.start ?? 0)} ${code}`),
  };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
