import { compileFully } from '../../compiler/compile.ts';

/** What a job with entries of a family becomes. */
export interface CompiledEntries {
  readonly xml: string;
  readonly jobDsl: string;
  /** `<line> <code>` for each finding that is not about a plugin itself; the entries begin in line 6. */
  readonly findings: readonly string[];
  readonly plugins: string;
}

/** Names that the entries of the tests may use. */
const external = 'external: { credentials: [deploy], labels: [linux, windows] }';
const others = ['other', 'another'].map((name) => `  - { name: ${name}, kind: freestyle }\n`).join('');

/** Compiles a project of one job that has these entries in a field. */
export async function compiledEntries(
  field: string,
  entries: string,
  kind = 'freestyle',
): Promise<CompiledEntries> {
  const indented = entries.replace(/^(?=.)/gm, '      ');
  const script = kind === 'pipeline' && field !== 'scm' ? '    script: echo 1\n' : '';
  const spec = `${external}\njobs:\n  - name: job\n    kind: ${kind}\n    ${field}:\n${indented}\n${script}${others}project: shop\n`;
  const { artifacts, diagnostics } = await compileFully([{ name: 'jobs.bitesize', text: spec }], {
    emit: ['config-xml', 'job-dsl', 'plugins-txt'],
  });
  const textOf = (path: RegExp) => artifacts.find((artifact) => path.test(artifact.path))?.content.text ?? '';
  return {
    xml: textOf(/\/job\/config\.xml$/),
    jobDsl: textOf(/job-dsl\/jobs\.groovy$/),
    plugins: textOf(/plugins\.txt$/),
    findings: diagnostics
      .filter(({ code }) => !code.startsWith('plugin/'))
      .map(({ code, span }) => `${spec.slice(0, span?.start ?? 0).split('\n').length} ${code}`),
  };
}

/** Returns what stands inside the only element of this name, without its indentation; the element must be there. */
export function inside(xml: string, name: string): string {
  const [, indent = '', content] =
    new RegExp(`^( *)<${name}>\\n([\\s\\S]*?)^\\1</${name}>$`, 'm').exec(xml) ?? [];
  if (content === undefined) throw new Error(`there is no <${name}>`);
  return content.replaceAll(new RegExp(`^${indent} {2,4}`, 'gm'), '');
}

/** Compiles each entry of a list in a job of its own; returns what a function takes of the jobs, one below the other. */
export async function eachAlone(
  field: string,
  entries: string,
  kind: string,
  partOf: (xml: string) => string,
): Promise<{ readonly xml: string; readonly findings: readonly string[] }> {
  const compiled: CompiledEntries[] = [];
  for (const entry of entries.split(/^(?=- )/m)) compiled.push(await compiledEntries(field, entry, kind));
  return {
    xml: compiled.map(({ xml }) => `${partOf(xml).trimEnd()}\n`).join(''),
    findings: compiled.flatMap(({ findings }) => findings),
  };
}
