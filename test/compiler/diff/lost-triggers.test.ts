import { expect, test } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';

interface Specs {
  readonly repository?: string;
  readonly fields?: string;
  readonly pipeline?: string;
}

function irOf({ repository = 'git@github.com:shop/web', fields = '', pipeline = '' }: Specs) {
  const build = `project: shop
components:
  - name: web
    repository: { git: '${repository}' }
    build: [{ shell: ./test }]
${fields}`;
  const jenkins = `project: shop
jenkins:
  credentials:
    - { id: seed-job-key, type: ssh-key }
    - { id: gerrit-key, type: ssh-key }
    - { id: registry, type: username-password }
  forges: [{ name: review, type: gerrit, url: 'https://gerrit.acme.org', user: jenkins, credentials: gerrit-key }]
  pipeline: { ${pipeline} }
`;
  const { ir } = compile(
    [
      { name: 'build.bitesize', text: build },
      { name: 'jenkins.bitesize', text: jenkins },
    ],
    { emit: [] },
  );
  return ir;
}

function risks(before: Specs, after: Specs): readonly string[] {
  return changesBetween(irOf(before), irOf(after))
    .filter(({ name }) => name.startsWith('web'))
    .flatMap(({ name, risks: all }) => all.map(({ kind, text }) => `${name}: ${kind}: ${text}`));
}

const lost =
  'web: trigger-lost: a push no longer starts it: it builds when somebody, or another job, starts it';

test('a job that no push starts any more', () => {
  const none = { pipeline: "component_poll: ''" };
  expect(risks({}, none)).toEqual([lost]);
  expect(risks({ pipeline: "component_poll: '', webhook: true" }, none)).toEqual([lost]);
  const cached = { fields: '    caches: [npm]\n' };
  expect(risks(cached, { ...none, ...cached })).toEqual([lost]);
});

test('one that a push starts in another way', () => {
  expect(risks({}, { pipeline: "component_poll: '', webhook: true" })).toEqual([]);
  expect(risks({ pipeline: "component_poll: ''" }, {})).toEqual([]);
});

test('changes on Gerrit that nothing votes on any more', () => {
  const repository = 'ssh://gerrit.acme.org:29418/web';
  expect(risks({ repository, fields: '    pull_requests: {}\n' }, { repository })).toEqual([
    'web-pull-requests: gate-opened: changes on Gerrit are no longer built before they are merged',
    'web-pull-requests: history-lost: its builds are deleted',
  ]);
  expect(risks({ repository }, { repository, fields: '    pull_requests: {}\n' })).toEqual([]);
});

test('an image that is published elsewhere', () => {
  const image = (url: string) => ({
    fields: `    publish: [{type: oci, location: a.tar, url: "${url}", credentials: registry}]\n`,
  });
  expect(risks(image('registry.acme.org:5000/shop/tool'), image('registry.acme.org/shop/tool'))).toEqual([
    'web: publication-moved: nothing is published to `registry.acme.org:5000/shop/tool` any more, but to `registry.acme.org/shop/tool`: who takes it from there gets no new versions',
  ]);
});
