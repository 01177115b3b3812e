import { expect, test } from 'vitest';
import { diagnoseProject } from '../../../compiler/diagnose-project.ts';
import { analyse } from '../../../compiler/pipeline.ts';
import { loadSpecs } from './load-specs.ts';

/** The mistake stands between `«` and `»`. */
interface Mistake {
  readonly name: string;
  readonly spec?: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

const inService = (fields: string) =>
  `environments({ environments: [environment('dev', { services: [service('web', { ${fields} })] })] })`;
const inComponent = (fields: string) => `build({ components: [component('web', { ${fields} })] })`;
const spec = 'environments.bitesize.ts';

const mistakes: readonly Mistake[] = [
  {
    name: 'a field that does not exist',
    code: inComponent('«colour»: "red"'),
    message: 'object literal may only specify known properties, and `colour` does not exist',
  },
  {
    name: 'a misspelt field, which TypeScript knows',
    code: inComponent('«repositry»: { git: "x" }'),
    message: 'object literal may only specify known properties, but `repositry` does not exist',
    help: 'did you mean `repository`?',
  },
  {
    name: 'a short misspelt field, which only we know',
    code: 'build({ components: [component({ «nmae»: "web" })] })',
    message: 'object literal may only specify known properties, and `nmae` does not exist',
    help: 'did you mean `name`?',
  },
  {
    name: 'a misspelt field deep inside',
    spec,
    code: inService('liveness_probe: { handler: { http_get: { «prot»: 80 } } }'),
    message: 'object literal may only specify known properties, and `prot` does not exist',
    help: 'did you mean `port`?',
  },
  {
    name: 'a value that is not allowed',
    code: inComponent('dependencies: [{ type: «"debian"», package: "x" }]'),
    message: 'type `"debian"` is not assignable to type `"debian-package" | "gem-package" | "pip-package"`',
  },
  {
    name: 'a required field that is missing in a literal',
    code: 'build({ components: [«{ version: "1" }»] })',
    message: 'property `name` is missing in type `{ version: string; }` but required in type `Component`',
  },
  {
    name: 'a required field that is missing in an argument',
    code: 'build({ components: [component(«{ version: "1" }»)] })',
    message: 'property `name` is missing in type `{ version: string; }` but required in type `Component`',
  },
  {
    name: 'two required fields that are missing',
    code: 'application({ applications: [{ name: "web", runtime: "nginx:1", dependencies: [«{}»] }] })',
    spec: 'application.bitesize.ts',
    message: 'type `{}` is missing the following properties from type `ApplicationDependency`: name, type',
  },
  {
    name: 'a required field that is missing deep inside',
    spec,
    code: inService('volumes: [«{ name: "data" }»]'),
    message: 'property `path` is missing in type `{ name: string; }` but required in type `Volume`',
  },
  {
    name: 'a number where text is due',
    code: inComponent('version: «1.10»'),
    message: 'type `number` is not assignable to type `string`',
    help: "text stands in quotes: `'1.10'`",
  },
  {
    name: 'text where a number is due',
    spec,
    code: inService('replicas: «"2"»'),
    message: 'type `string` is not assignable to type `number`',
  },
  {
    name: 'text where a boolean is due',
    spec,
    code: inService('ssl: «"yes"»'),
    message: 'type `string` is not assignable to type `boolean`',
  },
  {
    name: 'text where ports are due',
    spec,
    code: inService('port: «"80,81"»'),
    message: 'type `string` is not assignable to type `number | readonly number[]`',
  },
  {
    name: 'an object where a list is due',
    code: 'build({ components: { «name»: "web" } })',
    message: 'object literal may only specify known properties, and `name` does not exist',
  },
  {
    name: 'a list where an object is due',
    spec,
    code: inService('hpa: «[]»'),
    message: 'type `never[]` has no properties in common with type `Hpa`',
  },
  {
    name: 'a map where a list of variables is due',
    spec,
    code: inService('env: { «LEVEL»: "debug" }'),
    message: 'object literal may only specify known properties, and `LEVEL` does not exist',
  },
  {
    name: 'text where an object is due',
    code: inComponent('repository: «"git@git.example.com:web.git"»'),
    message: 'type `string` is not assignable to type `GitRepository`',
  },
  {
    name: 'null',
    code: 'build({ components: «null» })',
    message: 'type `null` is not assignable to type `readonly Component[]`',
  },
  {
    name: 'undefined in a list',
    code: 'build({ components: [«undefined»] })',
    message: 'type `undefined` is not assignable to type `Component`',
  },
  {
    name: 'a function',
    code: 'build({ components: «() => []» })',
    message: 'type `() => never[]` is not assignable to type `readonly Component[]`',
  },
  {
    name: 'a promise',
    code: 'build({ components: «Promise.resolve([])» })',
    message: 'type `Promise<never[]>` is missing the following properties',
  },
  {
    name: 'a function in free settings',
    spec,
    code: inService('options: { size: «() => 20» }'),
    message: 'type `{ size: () => number; }` is not assignable to type `Plain`',
  },
  {
    name: 'a service where a component is due',
    code: 'build({ components: [«service("web", {})»] })',
    message: 'type `Service` is not assignable to type `Component`',
  },
  {
    name: 'an environment where a service is due',
    spec,
    code: 'environments({ environments: [environment("dev", { services: [«environment("web", {})»] })] })',
    message: 'type `Environment` is not assignable to type `Service`',
  },
  {
    name: 'no argument',
    code: '«build»()',
    message: 'expected 1 arguments, but got 0',
  },
  {
    name: 'a name without fields',
    code: 'build({ components: [component(«"web"»)] })',
    message: 'argument of type `string` is not assignable to parameter of type `Component`',
  },
  {
    name: 'a misspelt function',
    code: '«biuld»({})',
    message: 'cannot find name `biuld`',
    help: 'did you mean `build`?',
  },
  {
    name: 'a function that does not exist',
    code: 'build({ components: [«worker»("web")] })',
    message: 'cannot find name `worker`',
    help: 'a spec sees the language itself and what it imports, nothing of the machine',
  },
  {
    name: 'a property of a value that it does not have',
    code: 'build({ components: ["web"].map((name) => component(name.«lenght», {})) })',
    message: 'property `lenght` does not exist on type `string`',
    help: 'did you mean `length`?',
  },
  {
    name: 'a field that stands twice',
    code: 'build({ project: "shop", «project»: "shop" })',
    message: 'an object literal cannot have multiple properties with the same name',
  },
  {
    name: 'a misspelt field in a loop',
    code: 'build({ components: ["web"].map((name) => component(name, { «artefacts»: [] })) })',
    message: 'object literal may only specify known properties, but `artefacts` does not exist',
    help: 'did you mean `artifacts`?',
  },
];

test.each(mistakes)('$name', async ({ code, message, help, spec: name = 'build.bitesize.ts' }) => {
  const start = `import { application, build, component, environment, environments, service } from 'bitesize';\nexport default `;
  const text = `${start}${code.replace(/[«»]/g, '')};\n`;
  const { sources, diagnostics } = await loadSpecs({ [name]: text });
  expect(diagnostics.map((found) => found.message)).toEqual([expect.stringContaining(message)]);
  const [found] = diagnostics;
  expect(found?.code).toBe('ts/type');
  expect(found?.message).toMatch(/ \(TS\d+\)$/);
  expect([found?.span?.start, found?.span?.end]).toEqual([
    start.length + code.indexOf('«'),
    start.length + code.indexOf('»') - 1,
  ]);
  if (help !== undefined) expect(found?.help).toContain(help);
  expect(sources).toEqual([]);
});

const several: readonly { readonly name: string; readonly spec?: string; readonly code: string }[] = [
  { name: 'two unknown fields', code: inComponent('«artefacts»: [], «colour»: "red"') },
  {
    name: 'an unknown field in quotes',
    code: inComponent('«artefacts»: [], "version": «1.1», «"brnch"»: 1'),
  },
  {
    name: 'an unknown field beside a value of a wrong type',
    code: inComponent('version: «1.1», «colour»: 1'),
  },
  {
    name: 'mistakes in literals around and below',
    code: `build({ «projct»: "x", components: [{ «nam»: "web", repository: { «gti»: "x", «brnch»: "main" } }] })`,
  },
  {
    name: 'an alternative among fields of all of them',
    spec,
    code: inService(
      '«replcas»: 2, liveness_probe: { handler: { http_get: { «prot»: 80, «paht»: "/" } } }, «sie»: 1',
    ),
  },
  {
    name: 'nothing about values that may have any name, or that are right',
    spec,
    code: inService(
      '«colour»: 1, annotations: [{ name: "a", value: "b" }], replicas: 2, port: 80, env: [{ name: "A", value: `x` }]',
    ),
  },
  {
    name: 'a constant with a type',
    code: inComponent('...((): { version?: string } => ({ «versoin»: "1", «x»: 2 }))()'),
  },
];

test.each(several)('$name: each at its place', async ({ code, spec: name = 'build.bitesize.ts' }) => {
  const start = `import { build, component, environment, environments, service } from 'bitesize';\nexport default `;
  const { diagnostics } = await loadSpecs({ [name]: `${start}${code.replace(/[«»]/g, '')};\n` });
  const marked = [...code.matchAll(/«(.*?)»/g)].map(([, text]) => text);
  expect(diagnostics.map(({ span }) => span?.file.text.slice(span.start, span.end))).toEqual(marked);
  expect(new Set(diagnostics.map((found) => found.code))).toEqual(new Set(['ts/type']));
});

test('what TypeScript leaves out has the help of what it tells', async () => {
  const { diagnostics } = await loadSpecs({
    'build.bitesize.ts':
      "import { build, component } from 'bitesize';\nexport default build({ components: [component('a', { colour: 1, 'vresion': '1', version: 1.1 })] });\n",
  });
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    [expect.stringContaining('`colour` does not exist in type `Omit<Component, "name">`'), []],
    [expect.stringContaining('`vresion` does not exist in type'), []],
    ['type `number` is not assignable to type `string` (TS2322)', ["text stands in quotes: `'1.1'`"]],
  ]);
});

test.each([
  [`'https://Shop.test/'`, `'shop.test'`, true],
  ['`http://shop.test`', '`shop.test`', true],
  [`"Shop.test"`, `"shop.test"`, true],
  [`'a.test,b.test'`, undefined, false],
  [`'Shop\\x2etest'`, undefined, false],
  ['`Shop.${"test"}`', undefined, false],
  [`'https://' + 'shop.test'`, undefined, false],
])('the fix of %s stays in its quotes', async (written, expected, safe) => {
  const start = `import { environments, environment, service } from 'bitesize';\nexport default environments({ project: 'x', environments: [environment('dev', { namespace: 'dev', services: [service('web', { external_url: [`;
  const { sources } = await loadSpecs({ 'environments.bitesize.ts': `${start}${written}] })] })] });\n` });
  const { diagnostics } = await diagnoseProject(sources, {});
  const found = diagnostics.find(({ code }) => code === 'check/host');
  expect(found?.fixes.map(({ edits, ...fix }) => [edits.map(({ text }) => text), fix.safe])).toEqual(
    expected === undefined ? [] : [[[expected], safe]],
  );
  for (const { span, text } of found?.fixes.flatMap(({ edits }) => edits) ?? [])
    expect([span.file.text.slice(span.start, span.end), text]).toEqual([written, expected]);
});

test('a fix of a text that stands elsewhere is not safe: it may be used for more', async () => {
  const { sources } = await loadSpecs({
    'environments.bitesize.ts':
      "import { environments, environment, service } from 'bitesize';\nconst host = 'Shop.test';\nexport default environments({ environments: [environment('dev', { services: [service('web', { external_url: host })] })] });\n",
  });
  const found = analyse(sources).diagnostics.find(({ code }) => code === 'check/host');
  expect(found?.fixes.map(({ safe }) => safe)).toEqual([false]);
});

test('at least 25 kinds of mistakes are tested', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(25);
});

test('mistakes in several files are all reported, each once', async () => {
  const { diagnostics } = await loadSpecs(
    {
      'build.bitesize.ts': "import { build } from 'bitesize';\nexport default build({ project: 1 });\n",
      'jenkins.bitesize.ts':
        "import { jenkins } from 'bitesize';\nimport { lts } from './lts.ts';\nexport default jenkins({ jenkins: { lts } });\n",
    },
    { others: { 'shop/lts.ts': 'export const lts: string = 2;\n' } },
  );
  expect(diagnostics.map(({ code, span }) => `${code} ${span?.file.name}`)).toEqual([
    'ts/type build.bitesize.ts',
    'ts/type lts.ts',
  ]);
});

test.each([
  "{ name: 'a', builders: [{ shell: 'make' }] }",
  "{ name: 'a', script: 'x' }",
  "{ name: 'a' }",
  "job({ name: 'a', builders: [] })",
])('an entry without a kind is told as one: %s', async (entry) => {
  const { diagnostics } = await loadSpecs({
    'jobs.bitesize.ts': `import { job, jobs } from 'bitesize';\nexport default jobs({ project: 'x', jobs: [${entry}, job({ name: 'b', kind: 'freestyle' })] });\n`,
  });
  expect(diagnostics.map(({ message, help }) => [message, help])).toEqual([
    [
      `this entry has no \`kind\`, which says what it is (TS${entry.startsWith('job') ? 2345 : 2322})`,
      ["add `kind: 'freestyle'`, or another kind: `bitesize explain jobs.kind` lists them"],
    ],
  ]);
});

test('a number for a text has a fix that puts it in quotes', async () => {
  const { diagnostics } = await loadSpecs({
    'build.bitesize.ts':
      "import { build, component } from 'bitesize';\nexport default build({ components: [component('a', { version: 1.10 })] });\n",
  });
  expect(diagnostics[0]?.fixes).toEqual([
    { title: 'put it in quotes', safe: true, edits: [expect.objectContaining({ text: "'1.10'" })] },
  ]);
});
