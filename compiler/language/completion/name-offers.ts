import type { RefersTo } from '../../../schema/schema-node.ts';
import { absentSpec } from '../../check/check-spec.ts';
import { namedJobs } from '../../link/collisions/job-collisions.ts';
import { positionAt } from '../../text/position.ts';
import { scopeOf } from '../names/file-names.ts';
import { nameIndex } from '../names/name-index.ts';
import { type ThingKind, thingId } from '../names/name-use.ts';
import { fieldNamed, type SpecField, type SpecObject } from '../spec-tree.ts';
import type { ProjectView } from '../workspace.ts';

/** A name that may be written. */
export interface NameOffer {
  readonly name: string;
  /** What it is, and where it is defined. */
  readonly detail: string;
}

/** What the texts of a field may name; jobs and files are no things of which a spec declares all. */
const thingsOf: Readonly<Record<RefersTo, ThingKind | undefined>> = {
  component: 'component',
  application: 'application',
  environment: 'environment',
  service: 'service',
  gist: 'gist',
  server: 'server',
  container: 'container',
  credentials: 'credentials',
  'bound-credentials': 'credentials',
  label: 'label',
  job: 'job',
  'upstream-job': 'job',
  'downstream-job': 'job',
  schedule: undefined,
  regex: undefined,
  file: undefined,
};

/** Returns the names that a value of a field may have. */
export function nameOffers(view: ProjectView, { field, owner }: SpecField): readonly NameOffer[] {
  const { 'x-refers': refers, 'x-names': names } = field.node;
  if (names === 'project') return declaredNames(view, 'project', '');
  if (refers === undefined) return [];
  if (refers === 'file')
    return [...(view.options.files?.keys() ?? [])].map((name) => ({ name, detail: 'file' }));
  const kind = thingsOf[refers];
  if (kind === undefined) return [];
  const declared = declaredNames(view, kind, scopeOf(kind, owner));
  const bound = refers === 'bound-credentials' && owner !== undefined ? boundCredentials(owner) : undefined;
  const fitting = bound === undefined ? declared : declared.filter(({ name }) => bound.has(name));
  return distinctNames([...fitting, ...(bound === undefined ? undeclared(view, kind) : [])]);
}

function declaredNames(view: ProjectView, kind: ThingKind, scope: string): readonly NameOffer[] {
  const found = nameIndex(view).uses.filter(
    (use) =>
      use.isDeclaration && use.kind === kind && use.id === thingId(kind, idName(kind, use.name), scope),
  );
  return distinctNames(
    found.map(({ name, file, start }) => ({
      name,
      detail: `${kind} (${file.name}:${positionAt(file, start).line})`,
    })),
  );
}

function idName(kind: ThingKind, name: string): string {
  return kind === 'job' || kind === 'view' ? name.toLowerCase() : name;
}

/** What there is without being declared: the agents and credentials of the default, and jobs that are made. */
function undeclared({ analysis }: ProjectView, kind: ThingKind): readonly NameOffer[] {
  const standard = absentSpec('jenkins')?.jenkins;
  if (kind === 'label')
    return (standard?.agents ?? []).map(({ name, label }) => ({
      name: (label ?? name).value,
      detail: 'label of a default agent',
    }));
  if (kind === 'credentials')
    return (standard?.credentials ?? []).map(({ id }) => ({ name: id.value, detail: 'default credentials' }));
  if (kind === 'job')
    return namedJobs(analysis.project).map(({ job, what }) => ({ name: job, detail: what }));
  return [];
}

/** Returns the credentials that variables of the component have. */
function boundCredentials(requests: SpecObject): ReadonlySet<string> {
  const variables = requests.outer === undefined ? undefined : fieldNamed(requests.outer, 'env');
  const values = (variables?.objects ?? []).flatMap(
    (variable) => fieldNamed(variable, 'credentials')?.value ?? [],
  );
  return new Set(values.flatMap((value) => (value.kind === 'scalar' ? [value.text] : [])));
}

function distinctNames(offers: readonly NameOffer[]): readonly NameOffer[] {
  const seen = new Set<string>();
  return offers.filter(({ name }) => !seen.has(name) && seen.add(name));
}
