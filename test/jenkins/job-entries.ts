import { compileFully } from '../../compiler/compile.ts';

/** What the cases name and nobody declares. */
const external = `external:
  labels: [linux]
  credentials:
    - api-token
    - aws
    - aws-deploy
    - c
    - certificates
    - deploy-key
    - docker
    - docker-server
    - hook
    - kubeconfig
    - nexus-login
    - other-key
    - registry-login
    - signing
    - sonar-token
    - webhook-token
`;

/** The jobs that the cases name. */
const others = ['other', 'another'].map((name) => `  - { name: ${name}, kind: freestyle }\n`).join('');

/** What a job of jobs.bitesize becomes whose field holds some entries. */
export interface CompiledEntries {
  /** What stands in the element of the field in config.xml. */
  readonly elements: string;
  /** The Job DSL script. */
  readonly script: string;
  /** Ids of the plugins that are asked for. */
  readonly plugins: readonly string[];
  /** Lines, in the text of the entries, and codes. */
  readonly findings: readonly string[];
}

/** Returns what a list of entries becomes; `element` is the element of config.xml that holds them. */
export async function compiledEntries(
  field: 'wrappers' | 'triggers',
  element: string,
  text: string,
  kind = 'freestyle',
): Promise<CompiledEntries> {
  const head = `project: shop\n${external}jobs:\n  - name: job\n    kind: ${kind}\n    ${field}:\n`;
  const spec = `${head}${text.replace(/^(?=.)/gm, '      ')}\n${others}`;
  const { artifacts, diagnostics, ir } = await compileFully([{ name: 'jobs.bitesize', text: spec }], {
    emit: ['config-xml', 'job-dsl', 'plugins-txt'],
  });
  const textOf = (path: RegExp) => artifacts.find((artifact) => path.test(artifact.path))?.content.text ?? '';
  const [, elements = ''] =
    new RegExp(`^ {4}<${element}>\n(.+)^ {4}</${element}>$`, 'ms').exec(textOf(/\/job\/config\.xml$/)) ?? [];
  const before = head.split('\n').length - 1;
  return {
    elements: elements.replace(/^ {8}/gm, ''),
    script: textOf(/job-dsl\/jobs\.groovy$/),
    plugins: ir?.plugins.plugins.map(({ id }) => id) ?? [],
    findings: diagnostics.map(
      ({ code, span }) => `${span === undefined ? 0 : lineOf(spec, span.start) - before} ${code}`,
    ),
  };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
