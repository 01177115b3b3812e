import { previewNames, requestJobName } from '../link/link-requests.ts';
import { isViewKind, itemOf, type OwnJobs } from '../link/own-jobs/link-jobs.ts';
import type {
  LinkedBuild,
  LinkedEnvironment,
  LinkedRequests,
  LinkedService,
  Project,
} from '../link/project.ts';
import { repositoryPath } from '../util/repository-path.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

/**
 * Returns the pipeline of a project: pull requests become pushes of components, components build images, images go through
 * the environments in file order, and tests and approvals stand where they gate. Environments of pull requests alone stand
 * beside. Order follows the specs, so the picture is stable.
 */
export function projectGraph(project: Project): Graph {
  const graph = graphOf(project);
  const folder = project.settings.folder?.value.split('/').filter((part) => part.trim() !== '') ?? [];
  if (folder.length === 0) return graph;
  const path = folder.join('/');
  const nodes = graph.nodes.map((node) =>
    node.job === undefined ? node : { ...node, job: `${path}/${node.job}` },
  );
  return { ...graph, nodes };
}

/** The picture with jobs by the names that they have in their folder. */
function graphOf(project: Project): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const { name } of project.components) {
    nodes.push({
      id: `component:${name.value}`,
      kind: 'component',
      label: name.value,
      job: name.value,
      origin: name.origin,
    });
  }
  for (const { spec, producers, build, files } of project.applications) {
    const id = `image:${spec.name.value}`;
    const job = `${spec.name.value}-docker-image`;
    const label = build === undefined ? spec.name.value : `${spec.name.value} (${dockerfileOf(build)})`;
    nodes.push({ id, kind: 'image', label, job, origin: spec.name.origin });
    for (const component of new Set(producers.map((producer) => producer.component.name.value))) {
      edges.push({ from: `component:${component}`, to: id, label: 'package' });
    }
    if (build !== undefined)
      edges.push({ from: `component:${build.component.name.value}`, to: id, label: 'commit' });
    for (const component of new Set(files.map((file) => file.component.name.value))) {
      edges.push({ from: `component:${component}`, to: id, label: 'files' });
    }
  }
  let before: readonly string[] = project.applications.map(({ spec }) => `image:${spec.name.value}`);
  const previews = previewNames(project.requests);
  for (const environment of project.environments) {
    const after = addEnvironment(
      environment,
      previews.has(environment.spec.name.value) ? [] : before,
      nodes,
      edges,
    );
    if (!previews.has(environment.spec.name.value)) before = after;
  }
  for (const requests of project.requests) addRequests(requests, nodes, edges);
  addOwnJobs(project.ownJobs, nodes, edges);
  return { project: project.name.value, nodes, edges };
}

/** Adds the jobs of jobs.bitesize and what they start and use, whatever makes the other job; folders and views run nothing. */
function addOwnJobs({ jobs, links }: OwnJobs, nodes: GraphNode[], edges: GraphEdge[]): void {
  for (const job of jobs) {
    const found = itemOf(job);
    if (found === undefined || found.kind === 'folder' || isViewKind(found.kind)) continue;
    const { name } = found.item;
    nodes.push({
      id: `job:${name.value}`,
      kind: 'job',
      label: name.value,
      job: name.value,
      origin: name.origin,
    });
  }
  const ids = new Map(
    nodes.flatMap(({ job, id }) => (job === undefined ? [] : [[job.toLowerCase(), id] as const])),
  );
  // A branch is a job inside the one that makes jobs of branches.
  const idOf = (name: string): string | undefined =>
    name === ''
      ? undefined
      : (ids.get(name.toLowerCase()) ?? idOf(name.slice(0, Math.max(0, name.lastIndexOf('/')))));
  const known = new Set<string>();
  for (const { from, to, kind } of links) {
    const edge = { from: idOf(from), to: idOf(to) };
    if (edge.from === undefined || edge.to === undefined || known.has(`${kind} ${edge.from} ${edge.to}`))
      continue;
    known.add(`${kind} ${edge.from} ${edge.to}`);
    edges.push({ from: edge.from, to: edge.to, label: kind });
  }
}

function dockerfileOf({ spec: { context, dockerfile } }: LinkedBuild): string {
  const found = repositoryPath(context.value, dockerfile.value);
  return found.ok ? found.path : dockerfile.value;
}

/** Adds the pull requests of a component: what is merged is built again, and some are deployed before. */
function addRequests(
  { component, environment, spec }: LinkedRequests,
  nodes: GraphNode[],
  edges: GraphEdge[],
): void {
  const { value } = component.name;
  const id = `pull-requests:${value}`;
  nodes.push({
    id,
    kind: 'pull-requests',
    label: 'pull requests',
    job: requestJobName(component).value,
    origin: spec.$.origin,
  });
  edges.push({ from: id, to: `component:${value}`, label: 'merge' });
  if (environment !== undefined) {
    const { mode } = environment.spec.deployment;
    const start = mode.value === 'manual' ? 'approval' : 'environment';
    edges.push({ from: id, to: `${start}:${environment.spec.name.value}` });
  }
}

/** Adds an environment after the nodes in `before`; returns the nodes that the next environment waits for. */
function addEnvironment(
  { spec, services }: LinkedEnvironment,
  before: readonly string[],
  nodes: GraphNode[],
  edges: GraphEdge[],
): readonly string[] {
  const name = spec.name.value;
  const id = `environment:${name}`;
  let start = id;
  if (spec.deployment.mode.value === 'manual') {
    start = `approval:${name}`;
    nodes.push({
      id: start,
      kind: 'approval',
      label: 'approval',
      group: name,
      origin: spec.deployment.mode.origin,
    });
    edges.push({ from: start, to: id });
  }
  for (const from of before) edges.push({ from, to: start });
  nodes.push({
    id,
    kind: 'environment',
    label: `deploy ${name}`,
    job: `${name}-deploy`,
    group: name,
    origin: spec.name.origin,
  });
  for (const service of services) addService(service, name, nodes, edges);
  const tests = spec.tests.map((test) => {
    const testId = `test:${name}/${test.name.value}`;
    const job = `${name}-${test.name.value}`;
    nodes.push({
      id: testId,
      kind: 'test',
      label: test.name.value,
      job,
      group: name,
      origin: test.name.origin,
    });
    edges.push({ from: id, to: testId, label: 'test' });
    return testId;
  });
  return tests.length > 0 ? tests : [id];
}

function addService(
  service: LinkedService,
  environment: string,
  nodes: GraphNode[],
  edges: GraphEdge[],
): void {
  const { name, type, image } = service.spec;
  const id = `service:${environment}/${name.value}`;
  const thirdParty = service.kind === 'third-party';
  const what = thirdParty ? type : image;
  const label = what === undefined ? name.value : `${name.value} (${what.value})`;
  nodes.push({
    id,
    kind: thirdParty ? 'third-party' : 'service',
    label,
    group: environment,
    origin: name.origin,
  });
  edges.push({ from: `environment:${environment}`, to: id });
}
