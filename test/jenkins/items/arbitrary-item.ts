import fc, { type Arbitrary } from 'fast-check';
import type { Item } from '../../../jenkins/all-items.ts';
import { fragmentPlaces } from '../../../jenkins/all-items.ts';
import type { AppendedSetting } from '../../../jenkins/items/freestyle.ts';
import { jobRoots } from '../../../jenkins/items/xml-job.ts';
import type { Property } from '../../../jenkins/properties/all-properties.ts';
import { amount, filled, flag, list, nodeOf, plainTexts, some, text } from './arbitrary-leaf.ts';
import {
  builder,
  fragmentXml,
  parameters,
  publisher,
  scm,
  trigger,
  variables,
  wrapper,
} from './arbitrary-node.ts';
import { arbitraryView } from './arbitrary-view.ts';
import { node } from './node.ts';
import { scriptIn } from './script-files.ts';

const logRotation = nodeOf(
  { daysToKeep: amount, numToKeep: amount, artifactDaysToKeep: amount, artifactNumToKeep: amount },
  [],
);

const property: Arbitrary<Property> = fc.oneof(
  nodeOf({ kind: fc.constant('parameters' as const), parameters }),
  nodeOf(
    {
      kind: fc.constant('environment' as const),
      variables,
      keepBuildVariables: flag,
      keepSystemVariables: flag,
      overrideBuildParameters: flag,
    },
    ['kind', 'variables'],
  ),
  nodeOf({ kind: fc.constant('github-project' as const), url: text }),
  nodeOf({ kind: fc.constant('block-on' as const), jobs: some(text) }),
  nodeOf({ kind: fc.constant('copy-artifact-permission' as const), jobs: some(text) }),
  nodeOf({ kind: fc.constant('disable-concurrent-builds' as const) }),
  nodeOf({ kind: fc.constant('delivery-pipeline' as const), stage: filled, task: text }, ['kind', 'stage']),
  nodeOf({ kind: fc.constant('throttle' as const), perNode: amount, total: amount, categories: list(text) }, [
    'kind',
  ]),
  nodeOf({
    kind: fc.constant('authorization' as const),
    permissions: list(nodeOf({ permission: fc.constant('hudson.model.Item.Read'), who: text }), {
      selector: ({ who }) => who,
    }),
  }),
  nodeOf({
    kind: fc.constant('notifications' as const),
    endpoints: list(
      nodeOf({ url: filled, event: fc.constantFrom('all' as const, 'started' as const), timeout: amount }, [
        'url',
      ]),
    ),
  }),
);
const properties = fc.uniqueArray(property, { selector: ({ kind }) => kind, maxLength: 4 });

/** Returns fragments for the places of a kind of item. */
const fragments = (kind: Item['kind']) =>
  fc.array(nodeOf({ at: fc.constantFrom(...fragmentPlaces(kind)), xml: fragmentXml }), { maxLength: 2 });

const base = {
  family: fc.constant('build_jobs' as const),
  name: fc.constant(''),
  description: text,
  displayName: text,
};

/** The script of a pipeline, in the job or in a file of its own. */
const script = fc.oneof(
  text,
  fc.tuple(fc.uuid(), plainTexts).map(([id, content]) => scriptIn(`${id}.groovy`, content)),
);

const first: Arbitrary<AppendedSetting[]> = fc.uniqueArray(fc.constantFrom('scm', 'label', 'jdk'));

const freestyle = nodeOf(
  {
    ...base,
    kind: fc.constant('freestyle' as const),
    label: text,
    logRotation,
    quietPeriod: amount,
    customWorkspace: text,
    authenticationToken: text,
    jdk: text,
    checkoutRetryCount: amount,
    disabled: flag,
    concurrentBuild: flag,
    keepDependencies: flag,
    blockOnUpstream: flag,
    blockOnDownstream: flag,
    scm,
    properties,
    triggers: list(trigger),
    wrappers: list(wrapper),
    builders: list(builder),
    publishers: list(publisher),
    fragments: fragments('freestyle'),
    first,
    queue: fc.boolean(),
  },
  ['kind', 'family', 'name'],
);

const pipeline = nodeOf(
  {
    ...base,
    kind: fc.constant('pipeline' as const),
    logRotation,
    quietPeriod: amount,
    authenticationToken: text,
    disabled: flag,
    properties: properties.map((all) => all.filter((one) => one.kind !== 'weight')),
    triggers: list(trigger),
    definition: fc.oneof(
      nodeOf({ kind: fc.constant('cps' as const), script, sandbox: fc.boolean() }),
      nodeOf({ kind: fc.constant('cps-scm' as const), scm, scriptPath: text, lightweight: flag }),
    ),
    fragments: fragments('pipeline'),
    queue: fc.boolean(),
  },
  ['kind', 'family', 'name', 'definition'],
);

const folder = nodeOf({ ...base, kind: fc.constant('folder' as const), fragments: fragments('folder') }, [
  'kind',
  'family',
  'name',
]);

const requestSource = {
  id: filled,
  owner: text,
  repository: text,
  credentials: text,
  sshKey: text,
  forks: fc.boolean(),
};
const requestSources = fc.oneof(
  nodeOf({ kind: fc.constant('github-requests' as const), ...requestSource, api: text, status: text }, [
    'kind',
    'id',
    'owner',
    'repository',
    'forks',
    'api',
    'status',
  ]),
  nodeOf({ kind: fc.constant('gitlab-requests' as const), ...requestSource, server: text, status: text }, [
    'kind',
    'id',
    'owner',
    'repository',
    'forks',
    'server',
    'status',
  ]),
  nodeOf({ kind: fc.constant('bitbucket-requests' as const), ...requestSource, server: text }, [
    'kind',
    'id',
    'owner',
    'repository',
    'forks',
    'server',
  ]),
);

const multibranch = nodeOf(
  {
    ...base,
    kind: fc.constant('multibranch' as const),
    sources: list(
      fc.oneof(
        nodeOf(
          {
            kind: fc.constant('git' as const),
            id: filled,
            remote: text,
            credentials: text,
            includes: text,
            excludes: text,
          },
          ['kind', 'id', 'remote'],
        ),
        nodeOf(
          {
            kind: fc.constant('github' as const),
            id: filled,
            owner: text,
            repository: text,
            scanCredentials: text,
            checkoutCredentials: text,
          },
          ['kind', 'id', 'owner', 'repository'],
        ),
        requestSources,
      ),
    ),
    triggers: list(
      fc.oneof(
        nodeOf({ kind: fc.constant('cron' as const), schedule: text }),
        nodeOf({
          kind: fc.constant('folder-scan' as const),
          every: fc.constantFrom('15m' as const, '1d' as const),
        }),
      ),
    ),
    orphanedItems: nodeOf({ daysToKeep: amount, numToKeep: amount }, []),
    scriptPath: text,
    inline: nodeOf({ script, sandbox: fc.boolean(), marker: text }),
    fragments: fragments('multibranch'),
  },
  ['kind', 'family', 'name', 'sources'],
);

const xml = nodeOf(
  {
    family: base.family,
    name: base.name,
    kind: fc.constant('xml' as const),
    root: fc.tuple(fc.constantFrom(...jobRoots), fragmentXml).map(([name, root]) => ({ ...root, name })),
  },
  ['kind', 'family', 'name', 'root'],
);

/** Any item; its texts are whatever can stand in a spec. All in one folder each, with names of their own. */
const item: Arbitrary<Item> = fc.oneof(
  { weight: 4, arbitrary: freestyle },
  { weight: 2, arbitrary: pipeline },
  folder,
  multibranch,
  xml,
  { weight: 2, arbitrary: arbitraryView(fragments) },
);

/** Returns lists of items with unique names. */
export function arbitraryItems(maxLength: number): Arbitrary<Item[]> {
  return fc
    .array(item, { minLength: 1, maxLength })
    .map((items) => items.map((one, index) => node({ ...one, name: `item ${index}` })));
}
