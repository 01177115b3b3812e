import { compileFully } from '../../compiler/compile.ts';

/** What a list of jobs of jobs.bitesize becomes. */
export interface OwnJobs {
  /** config.xml of all items but `other`, one below the other, each under its path. */
  readonly xml: string;
  /** Each finding with its line in the list. */
  readonly findings: readonly string[];
  readonly dsl: string;
  readonly plugins: string;
}

/** Returns what a list of jobs becomes; it may name the job `other` and the credential `key`. */
export async function ownJobs(list: string): Promise<OwnJobs> {
  const text = `project: shop\nexternal: { credentials: [key] }\njobs:\n${list.replace(/^(?=.)/gm, '  ')}\n${other}`;
  const { artifacts, diagnostics } = await compileFully([{ name: 'jobs.bitesize', text }], {
    emit: ['config-xml', 'job-dsl', 'plugins-txt'],
  });
  const textsOf = (path: RegExp) =>
    artifacts
      .filter((artifact) => path.test(artifact.path) && !artifact.path.includes('/other/'))
      .map((artifact) => [artifact.path, artifact.content.text] as const);
  return {
    xml: textsOf(/^jenkins\/(jobs|views)\/.*[.]xml$/)
      .filter(([path]) => !path.includes('seed-job'))
      .map(([path, config]) => `<!-- ${path} -->\n${config.replace(/^<[?]xml.*\n/, '')}`)
      .join('\n'),
    findings: diagnostics.map(({ code, span }) => `${lineOf(text, span?.start ?? 0) - 3} ${code}`),
    dsl: textsOf(/[.]groovy$/)
      .map(([, script]) => script)
      .join('\n'),
    plugins: textsOf(/plugins[.]txt$/)
      .map(([, lines]) => lines)
      .join(''),
  };
}

const other = '  - { name: other, kind: freestyle }\n';

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
