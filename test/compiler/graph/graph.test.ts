import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { printSvg } from '../../../compiler/graph/print-dot.ts';
import { printGraphJson } from '../../../compiler/graph/print-graph-json.ts';
import { printMermaid } from '../../../compiler/graph/print-mermaid.ts';
import { projectGraph } from '../../../compiler/graph/project-graph.ts';
import { analyse } from '../../../compiler/pipeline.ts';
import { webShop } from '../lower/jobs/web-shop.ts';

const specs = [
  { name: 'build.bitesize', text: 'project: shop\ncomponents:\n  - name: web\n  - name: api\n' },
  {
    name: 'application.bitesize',
    text: `project: shop
applications:
  - name: web
    runtime: node:20
    dependencies:
      - {name: web, type: debian-package, origin: {build: web}}
      - {name: api, type: debian-package, origin: {build: api}}
`,
  },
  {
    name: 'environments.bitesize',
    text: `project: shop
environments:
  - name: Dev
    services: [{name: web}, {name: db, type: mysql}]
    tests: [{name: smoke}]
  - name: Live
    deployment: {mode: manual}
    services: [{name: web}]
`,
  },
];

const graph = projectGraph(analyse(specs).project);

describe('projectGraph', () => {
  it('leads from components through images, tests and approvals to the environments', () => {
    expect(graph.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'component:web > image:web',
      'component:api > image:web',
      'image:web > environment:Dev',
      'environment:Dev > service:Dev/web',
      'environment:Dev > service:Dev/db',
      'environment:Dev > test:Dev/smoke',
      'approval:Live > environment:Live',
      'test:Dev/smoke > approval:Live',
      'environment:Live > service:Live/web',
    ]);
  });

  it('names the job behind each node', () => {
    const jobs = graph.nodes.flatMap(({ job }) => (job === undefined ? [] : [job]));
    expect(jobs).toEqual(['web', 'api', 'web-docker-image', 'Dev-deploy', 'Dev-smoke', 'Live-deploy']);
  });
});

describe('jobs of jobs.bitesize', () => {
  const text = `project: shop
jobs:
  - {name: nightly/full, kind: freestyle, builders: [{shell: make}], publishers: [{trigger: [nightly/report, web]}]}
  - {name: nightly/report, kind: freestyle, builders: [{copy-artifacts: {project: full}}, {copy-artifacts: {project: full}}]}
  - {name: branches, kind: multibranch, sources: [{git: "https://git.example.com/shop.git"}]}
  - {name: release, kind: pipeline, script: x, triggers: [{upstream: [branches/main, elsewhere]}]}
  - {name: folder, kind: folder}
  - {name: Nightly, kind: list-view, jobs: [release]}
external: {jobs: [elsewhere]}
`;
  const own = projectGraph(analyse([...specs, { name: 'jobs.bitesize', text }]).project);

  it('stand beside the pipeline with what they start and use, by whoever makes it', () => {
    const added = own.nodes.filter(({ kind }) => kind === 'job');
    expect(added.map(({ id, job }) => [id, job])).toEqual([
      ['job:nightly/full', 'nightly/full'],
      ['job:nightly/report', 'nightly/report'],
      ['job:branches', 'branches'],
      ['job:release', 'release'],
    ]);
    expect(own.edges.slice(graph.edges.length).map(({ from, to, label }) => [from, label, to])).toEqual([
      ['job:nightly/full', 'starts', 'job:nightly/report'],
      ['job:nightly/full', 'starts', 'component:web'],
      ['job:branches', 'starts', 'job:release'],
      ['job:nightly/full', 'is used by', 'job:nightly/report'],
    ]);
  });

  it('are in all pictures', async () => {
    expect(printMermaid(own)).toContain('"nightly/full"');
    expect(printGraphJson(own)).toContain('"id": "job:nightly/full"');
    const svg = await printSvg(own);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain('nightly/full');
  });
});

describe('the printers', () => {
  it('draw an SVG that is XML and holds every label', async () => {
    const svg = await printSvg(graph);
    expect(XMLValidator.validate(svg)).toBe(true);
    for (const { label } of graph.nodes) expect(svg).toContain(label);
  });

  it('mark what changed', async () => {
    const changed = new Set(['image:web']);
    expect(printMermaid(graph, changed)).toMatch(/class n2 changed/);
    expect(await printSvg(graph, changed)).toContain('#d97706');
    expect(JSON.parse(printGraphJson(graph, changed)).nodes[2]).toMatchObject({
      id: 'image:web',
      changed: true,
      at: 'application.bitesize:3:11',
    });
  });

  it('keep hostile labels inside their quotes', async () => {
    const hostile = {
      ...graph,
      nodes: [{ ...(graph.nodes[0] ?? never()), label: '"]; x[<script>"\\' }],
      edges: [],
    };
    expect(printMermaid(hostile)).not.toMatch(/<script|"\];/);
    const svg = await printSvg(hostile);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain('<script');
  });
});

function never(): never {
  throw new Error('the graph has nodes');
}

describe('images of repositories and public ones', () => {
  it('hang on their components, and say what runs', () => {
    const { project } = analyse(
      Object.entries(webShop).map(([kind, text]) => ({ name: `${kind}.bitesize`, text })),
    );
    const { nodes, edges } = projectGraph(project);
    expect(edges.filter(({ to }) => to.startsWith('image:'))).toEqual([
      { from: 'component:web', to: 'image:web', label: 'commit' },
      { from: 'component:web', to: 'image:web', label: 'files' },
      { from: 'component:web', to: 'image:site', label: 'files' },
    ]);
    expect(nodes.find(({ id }) => id === 'service:Test/cache')?.label).toBe('cache (redis:7.4)');
    expect(nodes.find(({ id }) => id === 'image:web')?.label).toMatch(/^web \(.*Dockerfile\)$/);
  });
});

describe('pull requests in the graph', () => {
  const withRequests = projectGraph(
    analyse([
      {
        name: 'build.bitesize',
        text: `project: shop
components:
  - name: web
    repository: { git: 'https://github.com/example/web.git', credentials: api }
    pull_requests: { credentials: api, environment: Preview }
`,
      },
      {
        name: 'application.bitesize',
        text: 'project: shop\napplications: [{ name: web, build: { component: web } }]\n',
      },
      {
        name: 'environments.bitesize',
        text: `project: shop
environments:
  - { name: Preview, services: [{ name: web }] }
  - { name: Live, services: [{ name: web }] }
`,
      },
      {
        name: 'jenkins.bitesize',
        text: 'project: shop\njenkins: { credentials: [{ id: api, type: username-password }] }\n',
      },
    ]).project,
  );
  const edges = withRequests.edges.map(({ from, to }) => `${from} > ${to}`);

  it('are merged into the component, and lead to their environment, which promotes nothing', () => {
    expect(edges).toContain('pull-requests:web > component:web');
    expect(edges).toContain('pull-requests:web > environment:Preview');
    expect(edges).toContain('image:web > environment:Live');
    expect(edges).not.toContain('image:web > environment:Preview');
    expect(edges).not.toContain('environment:Preview > environment:Live');
  });

  it('have a shape of their own', () => {
    expect(printMermaid(withRequests)).toContain('[/"pull requests"/]');
  });
});
