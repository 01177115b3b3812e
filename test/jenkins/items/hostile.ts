import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

const hostile = "''' \" \\ \\u000a ${x} $(id) `id` </command> ]]> &amp; \u0085\u2028\u202e\ufeff 😀 é */ //";
const lines = `first ${hostile}\n\n\t${hostile}\n'''`;

/** Items with texts that confuse Groovy, XML and shells, and with pieces that only configure blocks can make. */
export const hostileItems: readonly Item[] = [
  node({
    kind: 'folder',
    family: 'folders',
    name: 'fo lder',
    displayName: hostile,
    description: lines,
    fragments: [node({ at: 'properties', xml: { name: 'a.B', attributes: { x: hostile }, content: lines } })],
  }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: "fo lder/it's (a) job",
    displayName: hostile,
    description: lines,
    label: hostile,
    scm: node({
      kind: 'git',
      remotes: [node({ url: hostile, name: '', refspec: hostile, credentials: '' })],
      browser: node({ kind: 'git-web', url: hostile }),
      pathFilter: node({ included: ['src/.*', hostile], excluded: [] }),
    }),
    properties: [
      node({
        kind: 'parameters',
        parameters: [
          node({ kind: 'string', name: hostile, defaultValue: lines, description: hostile }),
          node({ kind: 'choice', name: 'choice', choices: [hostile, lines, ''], description: '' }),
        ],
      }),
      node({ kind: 'environment', variables: [node({ name: hostile, value: lines })] }),
    ],
    builders: [
      node({ kind: 'environment', variables: [] }),
      node({ kind: 'shell', script: lines }),
      node({ kind: 'shell', script: '' }),
      node({ kind: 'shell', script: ` \n${'x'.repeat(70_000)} \n` }),
    ],
    publishers: [node({ kind: 'mailer', recipients: [hostile, 'a@example.com'] })],
    fragments: [
      node({ at: '', xml: { name: 'quietPeriod', content: '7' } }),
      node({ at: '', xml: { name: 'disabled', content: 'true' } }),
      node({
        at: 'publishers',
        xml: {
          name: 'description',
          attributes: { class: 'a', plugin: 'b@1' },
          content: [
            { name: 'name', content: [{ name: 'deep', content: lines }] },
            { name: 'empty', content: [] },
            { name: 'project', attributes: { name: hostile }, content: '' },
          ],
        },
      }),
    ],
  }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'path filter behind other extensions',
    scm: node({
      kind: 'git',
      remotes: [node({ url: 'u' }), node({ url: 'v', name: 'second' })],
      extensions: [node({ kind: 'local-branch' }), node({ kind: 'prune-branches' })],
      browser: node({ kind: 'git-web', url: 'w' }),
      pathFilter: node({ included: [], excluded: ['docs/.*'] }),
    }),
  }),
  node({
    kind: 'pipeline',
    family: 'image_jobs',
    name: 'pipeline with a path filter',
    displayName: hostile,
    disabled: true,
    quietPeriod: 0,
    definition: node({
      kind: 'cps-scm',
      scm: node({
        kind: 'git',
        remotes: [node({ url: 'u' })],
        pathFilter: node({ included: ['a/.*', 'b/.*'], excluded: ['c'] }),
      }),
      scriptPath: hostile,
      lightweight: false,
    }),
    fragments: [
      node({
        at: 'properties',
        xml: {
          name: 'org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty',
          content: '',
        },
      }),
    ],
  }),
  node({
    kind: 'nested-view',
    family: 'views',
    name: hostile.replaceAll('/', ''),
    description: lines,
    views: [
      node({
        kind: 'list-view',
        family: 'views',
        name: 'inner',
        description: lines,
        jobs: ['b', 'B', 'a', 'b', '_', 'Z'],
        columns: ['name'],
        fragments: [node({ at: 'jobFilters', xml: { name: 'a.B', content: lines } })],
      }),
    ],
  }),
];
