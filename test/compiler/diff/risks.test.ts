import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { type Change, riskKinds } from '../../../compiler/diff/change.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';
import { orderedRisks } from '../../../compiler/diff/ordered-risks.ts';
import { causeText } from '../../../compiler/diff/place-text.ts';
import { printChangesJson } from '../../../compiler/diff/print-changes-json.ts';
import { printChangesMarkdown } from '../../../compiler/diff/print-changes-markdown.ts';
import { printChangesText } from '../../../compiler/diff/print-changes-text.ts';

/** A change of the specs of the sample: the file, what is replaced everywhere, and by what. */
type Edit = readonly [file: string, from: string | RegExp, to: string];

const sample = ['build', 'application', 'environments', 'jenkins'].map((kind) => ({
  name: `${kind}.bitesize`,
  text: readFileSync(new URL(`../../../examples/sample-app/${kind}.bitesize`, import.meta.url), 'utf8'),
}));

function irOf(edits: readonly Edit[]) {
  const sources = sample.map(({ name, text }) => {
    const own = edits.filter(([file]) => name === `${file}.bitesize`);
    return { name, text: own.reduce((now, [, from, to]) => now.replace(from, to), text) };
  });
  const { ir, diagnostics } = compile(sources, { emit: [] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return ir;
}

function changes(...edits: readonly Edit[]): readonly Change[] {
  return changesBetween(irOf([]), irOf(edits));
}

function risks(...edits: readonly Edit[]): readonly string[] {
  return orderedRisks(changes(...edits)).map(
    ({ change, risk }) => `${risk.kind} ${change.name}: ${risk.text}`,
  );
}

/** The sample with restricted pods, and without them again. */
function unrestricted(): readonly string[] {
  const dev = 'namespace: sample-app-dev';
  const before = irOf([
    ['environments', dev, `${dev}\n    pod_security: restricted\n    run_as_user: 1000`],
    ['jenkins', 'tls_secret: "{', 'create_namespaces: true\n    tls_secret: "{'],
  ]);
  const after = irOf([['jenkins', 'tls_secret: "{', 'create_namespaces: true\n    tls_secret: "{']]);
  return orderedRisks(changesBetween(before, after)).map(
    ({ change, risk }) => `${risk.kind} ${change.name}: ${risk.text}`,
  );
}

const namespace: Edit = ['environments', 'namespace: sample-app-prd', 'namespace: shop-prd'];

describe('what a reviewer must not overlook', () => {
  it.each<[string, Edit, RegExp]>([
    [
      'the live colour',
      ['environments', 'active: blue', 'active: green'],
      /^traffic-moved staging\/Service\/orders: live traffic moves from the pods `orders-blue` to `orders-green`/,
    ],
    [
      'blue and green where there were none',
      ['environments', 'method: rolling-upgrade', 'method: bluegreen\n      active: blue'],
      /^traffic-moved development\/Service\/storefront: .* from the pods `storefront` to `storefront-blue`/,
    ],
    [
      'the way back',
      ['environments', /method: bluegreen\n *active: blue/, 'method: rolling-upgrade'],
      /^traffic-moved staging\/Service\/storefront: .* from the pods `storefront-blue` to `storefront`/,
    ],
    [
      'an older version of an application',
      ['application', /^( {4}version:) "?1\.10"?$/m, '$1 "1.9"'],
      /^downgrade storefront: from 1\.10 back to 1\.9: the application may not read/,
    ],
    [
      'a host without TLS',
      ['environments', 'ssl: true', 'ssl: false'],
      /^tls-off staging\/Ingress\/storefront: `shop\.stg\.example\.com` is no longer served over TLS/,
    ],
    [
      'no pod at all',
      ['environments', 'replicas: 3', 'replicas: 0'],
      /^outage production\/Deployment\/orders: no pod is left of 3$/,
    ],
    [
      'a gate that goes with its test',
      ['environments', /\n {4}tests:\n {6}- name: acceptance\n(?: {8}.*\n)+/, '\n'],
      /^gate-opened environment-pipeline: `Staging-acceptance` is gone: it held back what comes after `Staging`$/,
    ],
    [
      'a database in another namespace',
      namespace,
      /^data-lost production\/Postgres\/orders-db: .* stays in `sample-app-prd\//,
    ],
    ['a claim in another namespace', namespace, /^data-lost production\/PersistentVolumeClaim\/invoices: /],
    [
      'a host that the old namespace still serves',
      namespace,
      /^host-moved production\/Ingress\/storefront: the Ingress in `sample-app-prd` goes on serving `shop\.example\.com`/,
    ],
    [
      'a name that the new namespace does not have',
      namespace,
      /^outage production\/Service\/orders: whoever calls `orders\.sample-app-prd`/,
    ],
  ])('names %s', (_, edit, expected) => {
    expect(risks(edit)).toContainEqual(expect.stringMatching(expected));
  });

  it('does not take the Ingress of a service mesh for a database', () => {
    const found = changesBetween(
      irOf([['environments', 'ssl: true', 'ssl: true\n        service_mesh: enable']]),
      irOf([]),
    );
    expect(found.flatMap((change) => change.risks).filter(({ kind }) => kind === 'data-lost')).toEqual([]);
  });

  it('comes in one order in every report: lost data first', () => {
    const all = changes(
      namespace,
      ['environments', 'active: blue', 'active: green'],
      ['jenkins', 'tests: gate', 'tests: report'],
    );
    const expected = orderedRisks(all).map(({ risk }) => risk.text);
    const kinds = orderedRisks(all).map(({ risk }) => riskKinds.indexOf(risk.kind));
    expect(new Set(kinds).size).toBeGreaterThan(3);
    expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
    const same = (text: string) => text;
    const paint = { added: same, changed: same, removed: same, faint: same, alarm: same, strong: same };
    const text = printChangesText(all, paint).split('\n');
    expect(text.flatMap((line) => /^! .*?: (.*)$/.exec(line)?.[1] ?? [])).toEqual(expected);
    const markdown = printChangesMarkdown(all).split('\n');
    expect(
      markdown.flatMap(
        (line) => /^> - :warning: \S+ .*?`: (.*)$/.exec(line)?.[1]?.replaceAll('\\', '') ?? [],
      ),
    ).toEqual(expected);
    const json: unknown = JSON.parse(printChangesJson(all));
    expect(json).toMatchObject({ risks: expected.map((risk) => ({ text: risk })) });
  });
});

describe('the cause of a change', () => {
  it.each<[string, Edit, RegExp]>([
    [
      'the registry',
      ['jenkins', 'push: registry.example.com', 'push: other.example.com'],
      /^jenkins\.bitesize:25:/,
    ],
    ['a version', ['application', /^( {4}version:) "?2\.4"?$/m, '$1 "2.5"'], /^application\.bitesize:17:/],
    [
      'the live colour',
      ['environments', 'active: blue', 'active: green'],
      /^(was )?environments\.bitesize:\d+:15$/,
    ],
    ['a timeout', ['environments', 'timeout: 600', 'timeout: 700'], /^environments\.bitesize:\d+:16$/],
    [
      'what is gone',
      ['environments', /^ *timeout: 600\n/m, ''],
      /^was environments\.bitesize:\d+:16$|^default of /,
    ],
  ])('is the line of %s, in every field', (_, edit, expected) => {
    const all = changes(edit);
    expect(all.length).toBeGreaterThan(0);
    for (const { because, fields } of all) {
      expect(causeText(because)).toMatch(expected);
      for (const field of fields) expect(causeText(field.because)).toMatch(expected);
    }
  });

  it('is the line that uses an anchor, where that is what changed', () => {
    const env = (values: string) =>
      `project: shop\ndefaults: &env\n  - {name: A, value: a}\nenvironments:\n  - name: Dev\n    services:\n      - name: web\n        env: ${values}\n`;
    const irWith = (text: string) =>
      compile(
        [
          {
            name: 'application.bitesize',
            text: 'project: shop\napplications: [{name: web, runtime: "nginx:1.27", version: "1"}]\n',
          },
          { name: 'environments.bitesize', text },
        ],
        { emit: [], unknownFields: 'warn' },
      ).ir;
    const all = changesBetween(irWith(env('[]')), irWith(env('*env')));
    const deployment = all.find(({ name }) => name.includes('Deployment'));
    expect(causeText(deployment?.because)).toBe('environments.bitesize:8:14');
  });
});

describe("the project's own files", () => {
  const irWith = (settings: string, text: string) => {
    const { ir } = compile(
      [
        { name: 'build.bitesize', text: 'project: shop\ncomponents: [{name: web}]\n' },
        { name: 'jenkins.bitesize', text: `project: shop\njenkins: {${settings}: [{file: own}]}\n` },
      ],
      { emit: [], files: new Map([['own', text]]) },
    );
    return ir;
  };

  it.each([
    ['init_scripts', ['permission-widened own: runs with all rights when Jenkins starts']],
    ['configuration_as_code', ['permission-widened own: runs with all rights when Jenkins starts']],
    ['job_dsl', []],
  ])('%s: a changed one is a risk only where it may do everything', (settings, expected) => {
    const found = orderedRisks(changesBetween(irWith(settings, 'a: 1\n'), irWith(settings, 'a: 2\n')));
    expect(found.map(({ change, risk }) => `${risk.kind} ${change.name}: ${risk.text}`)).toEqual(expected);
  });
});

it('names what pods may do that were restricted', () => {
  const found = unrestricted();
  const widened = (name: string, text: string) =>
    expect(found).toContain(`permission-widened ${name}: ${text}`);
  widened('development/Namespace/sample-app-dev', 'the namespace lets pods run that may become root');
  widened('development/Deployment/storefront', '`runAsNonRoot` is gone: containers may run as root');
  widened('development/Deployment/storefront', '`runAsUser` is gone: containers run as the image says');
  widened(
    'development/Deployment/storefront',
    '`allowPrivilegeEscalation` is gone: a program may get more rights than its parent',
  );
  expect(found.some((risk) => risk.includes('containers have capabilities'))).toBe(true);
});
