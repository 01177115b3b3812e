import { describe, expect, it } from 'vitest';
import {
  foreignJobNames,
  foreignJobPlaces,
  nameElsewhere,
} from '../../../compiler/check/foreign-job-names.ts';
import { specSchemas } from '../../../compiler/check/spec-schemas.ts';
import { diagnosticsOf } from './findings.ts';

/** A job with one more line in each place that has things. */
const placeOf: Readonly<Record<string, (line: string) => string>> = {
  JobBuilder: (line) => `builders: [${line}]`,
  JobPublisher: (line) => `publishers: [${line}]`,
  JobWrapper: (line) => `wrappers: [${line}]`,
  JobTrigger: (line) => `triggers: [${line}]`,
  JobParameter: (line) => `parameters: [${line}]`,
  JobProperty: (line) => `properties: [${line}]`,
  JobScm: (line) => `scm: [${line}]`,
  JobGitExtension: (line) => `scm: [{ git: { url: a, extensions: [${line}] } }]`,
  JobGerritEvent: (line) =>
    `triggers: [{ gerrit: { projects: [{ pattern: a, branches: [a] }], trigger_on: [${line}] } }]`,
  JobAxis: (line) => `axes: [${line}]`,
  JobBinding: (line) => `wrappers: [{ credentials-binding: [${line}] }]`,
};

function findings(fields: string, kind = 'freestyle') {
  return diagnosticsOf({ jobs: `project: shop\njobs:\n  - { name: a, kind: ${kind}, ${fields} }\n` });
}

/** What is found about one unknown name, and what the fixes would write. */
function about(fields: string, kind?: string) {
  return findings(fields, kind)
    .filter(({ code }) => code === 'schema/unknown-field' || code === 'schema/not-allowed')
    .map(({ help, fixes }) => ({ help: help.slice(0, 1), text: fixes[0]?.edits[0]?.text }));
}

const meant = (name: string) => [{ help: [`did you mean \`${name}\`?`], text: name }];

/** The kind of job that has such things. */
const kindWith = (definition: string) => (definition === 'JobAxis' ? 'matrix' : 'freestyle');

describe.each(Object.keys(placeOf))('names elsewhere of a thing of %s', (definition) => {
  it.each(Object.entries(foreignJobNames[definition] ?? {}))('%s is our %s', (foreign, ours) => {
    const place = placeOf[definition];
    expect(place).toBeDefined();
    expect(about(place?.(`{ ${foreign}: {} }`) ?? '', kindWith(definition))).toEqual(meant(ours));
    expect(about(place?.(foreign) ?? '', kindWith(definition))).toEqual(meant(ours));
  });
});

it.each(Object.entries(foreignJobNames.kinds ?? {}))('the kind %s is our %s', (foreign, ours) => {
  expect(about('description: a', foreign)).toEqual(meant(ours));
});

const thingPlaces = Object.keys(placeOf).flatMap((definition) =>
  (foreignJobPlaces[definition] ?? []).map((name) => [definition, name] as const),
);

it.each(thingPlaces)('a thing of %s that has no word here: %s', (definition, name) => {
  const place = placeOf[definition];
  for (const line of [name, `{ ${name}: {} }`]) {
    const found = about(place?.(line) ?? '', kindWith(definition));
    expect(found).toEqual([
      { help: [expect.stringMatching(/^(?!did you mean|there are)/)], text: undefined },
    ]);
  }
});

it.each([
  [
    'wrappers: [rbenv: { ruby-version: "3.3" }]',
    'begin a step with `eval "$(rbenv init -)"`, or write `- xml: ...`',
  ],
  ['publishers: [checkstyle: { pattern: a }]', 'write `- warnings-ng: [checkStyle]`'],
  ['publishers: [maven-deploy]', 'deploy in a step, `- maven: { goals: deploy }` below `builders`'],
  ['triggers: [jms-messaging: {}]', 'write `- xml: <com.redhat.jenkins.plugins.ci.CIBuildTrigger>...`'],
])('%s: says the way out', (fields, way) => {
  expect(about(fields)[0]?.help?.[0]).toContain(way);
});

it.each([
  ['all', 'a list of them is `kind: list-view` with `regex: .*`'],
  ['my', 'write `kind: list-view` with `job_filters'],
  ['maven', 'write `kind: freestyle` with `builders'],
  ['externaljob', 'write `kind: xml`'],
])('the kind %s has no word here', (kind, way) => {
  const [found] = about('description: a', kind);
  expect(found?.help?.[0]).toContain(way);
  expect(found?.text).toBeUndefined();
});

it('every name that is given as ours exists in its place', () => {
  const definitions = specSchemas.jobs.schema.definitions ?? {};
  const fields = new Set(
    Object.values(definitions).flatMap(({ properties = {} }) => Object.keys(properties)),
  );
  for (const [about, names] of Object.entries(foreignJobNames)) {
    const known = definitions[about]?.properties;
    for (const ours of Object.values(names)) {
      if (about === 'kinds') expect(Object.keys(definitions.Job?.['x-kinds'] ?? {})).toContain(ours);
      else expect(known === undefined ? [...fields] : Object.keys(known)).toContain(ours);
    }
  }
});

it.each([
  ['properties: [{ build-discarder: { numToKeep: 3 } }]', 'num_to_keep'],
  ['properties: [{ build-discarder: { num-to-keep: 3 } }]', 'num_to_keep'],
  ['properties: [{ build-discarder: { artifactNumToKeepStr: 3 } }]', 'artifact_num_to_keep'],
  ['scm: [{ git: { url: a, credentials-id: b } }]', 'credentials'],
  ['scm: [{ git: { url: a, credentialsId: b } }]', 'credentials'],
  ['triggers: [{ pollscm: { cron: H * * * * } }]', 'schedule'],
  ['node: linux', 'label'],
  ['steps: [{ shell: make }]', 'builders'],
])('%s: a field of another tool is our %s', (fields, ours) => {
  expect(about(fields)).toEqual(meant(ours));
});

it.each([
  [
    'freestyle',
    'logRotator: { numToKeep: 3 }',
    'write `- build-discarder: { num_to_keep: 30 }` below `properties`',
  ],
  ['freestyle', 'defaults: global', '`defaults` stand once, beside `jobs`, with the fields of each kind'],
  [
    'matrix',
    'axes: [{ axis: { type: user-defined, name: A, values: [a] } }]',
    'write `- user-defined: { name: DATABASE, values: [postgres, mysql] }`',
  ],
  [
    'freestyle',
    'builders: [{ conditional-step: { condition-kind: always, steps: [{ shell: make }] } }]',
    'write the kind of the condition below `condition`: `condition: { boolean-expression: $SLOW }`',
  ],
  ['multibranch', 'number-to-keep: 3', 'write `orphaned_items: { days_to_keep: 7, num_to_keep: 20 }`'],
  [
    'freestyle',
    'scm: [{ git: { url: a, shallow-clone: true } }]',
    'write `- clone-options: ...` below `extensions`',
  ],
  [
    'freestyle',
    'publishers: [{ email-ext: { recipients: a, still-failing: true } }]',
    'write `triggers: [failure, fixed]`, with what a mail is sent on',
  ],
  [
    'freestyle',
    'publishers: [{ html-publisher: { keep-all: true } }]',
    'write each report as an entry of `reports`',
  ],
])('%s: %s stands in another place', (kind, fields, help) => {
  expect(about(fields, kind)).toEqual([{ help: [help], text: undefined }]);
});

describe('a thing in the list of another family', () => {
  it.each([
    ['builders: [{ junit: a }]', '`junit` stands in the list `publishers`'],
    ['builders: [timestamps]', '`timestamps` stands in the list `wrappers`'],
    ['publishers: [{ shell: make }]', '`shell` stands in the list `builders`'],
    ['publishers: [{ sh: make }]', '`sh` stands in the list `builders`, as `shell`'],
    [
      'builders: [{ archive-artifacts: a }]',
      '`archive-artifacts` stands in the list `publishers`, as `archive`',
    ],
    [
      'wrappers: [{ git: { url: a } }]',
      '`git` stands in the list `scm`, or in `publishers`, or in `sources`',
    ],
    ['properties: [{ timed: H 3 * * * }]', '`timed` stands in the list `triggers`'],
    [
      'triggers: [{ build-discarder: { num_to_keep: 3 } }]',
      '`build-discarder` stands in the list `properties`',
    ],
    ['scm: [junit]', '`junit` stands in the list `publishers`'],
  ])('%s', (fields, help) => {
    expect(about(fields)).toEqual([{ help: [help], text: undefined }]);
  });

  it('is one of the kind that has such a list with other things', () => {
    expect(
      about('sources: [{ git: "https://git.example.com/a.git" }], triggers: [github]', 'multibranch'),
    ).toEqual([
      {
        help: ['only jobs of the kinds `freestyle`, `matrix`, `multijob`, `pipeline` have `github` there'],
        text: undefined,
      },
    ]);
  });

  it.each(
    Object.keys(placeOf).filter((definition) =>
      /^Job(Builder|Publisher|Wrapper|Trigger|Parameter|Property)$/.test(definition),
    ),
  )('every thing of %s is led home from another list', (definition) => {
    const list = placeOf[definition]?.('').split(':')[0] ?? '';
    const others = Object.keys(specSchemas.jobs.schema.definitions?.JobScm?.properties ?? {});
    const things = Object.keys(specSchemas.jobs.schema.definitions?.[definition]?.properties ?? {});
    for (const thing of things.filter((name) => !others.includes(name))) {
      const [found] = about(`scm: [{ ${thing}: {} }]`);
      // A name that git or another repository has elsewhere, too, is theirs first.
      if (found?.text === undefined) expect(found?.help[0]).toContain(`\`${list}\``);
    }
  });
});

describe('a field of another kind', () => {
  it('names the kinds that have it', () => {
    expect(about('script: a, builders: [{ shell: make }]', 'pipeline')).toEqual([
      {
        help: [
          'only jobs of the kinds `freestyle`, `matrix`, `multijob` have it; what a pipeline does stands in its script',
        ],
        text: undefined,
      },
    ]);
    expect(about('axes: [{ label-expression: { name: A, values: [a] } }]')).toEqual([
      { help: ['only jobs of the kind `matrix` have it'], text: undefined },
    ]);
  });
});

it.each(['fieldsOfJobs', 'fieldsOfThings'])(
  'each name of %s leads to ours in an object that has ours',
  (table) => {
    const isOfJobs = (definition: string) =>
      /(Item|Defaults)$/.test(definition) === (table === 'fieldsOfJobs');
    const definitions = Object.entries(specSchemas.jobs.schema.definitions ?? {}).filter(([name]) =>
      isOfJobs(name),
    );
    for (const [foreign, ours] of Object.entries(foreignJobNames[table] ?? {})) {
      const homes = definitions.flatMap(([name, { properties = {} }]) =>
        Object.hasOwn(properties, ours) && !Object.hasOwn(properties, foreign)
          ? [nameElsewhere(foreign, name, Object.keys(properties))]
          : [],
      );
      expect([foreign, homes.includes(ours)]).toEqual([foreign, true]);
    }
  },
);

it.each([
  ['project-type: freestyle', 'write `kind: freestyle` instead of `project-type`'],
  ['view-type: list', 'write `kind: list-view` instead of `view-type`'],
])('%s is told as a missing kind', (field, help) => {
  const found = diagnosticsOf({ jobs: `project: shop\njobs:\n  - { name: a, ${field} }\n` });
  expect(found.map(({ code, help: said }) => [code, said])).toEqual([['schema/missing-field', [help]]]);
});
