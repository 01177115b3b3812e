import { expect, it } from 'vitest';
import { packageNames } from '../../../../compiler/lower/jobs/publish/package-names.ts';
import { analyse } from '../../../../compiler/pipeline.ts';

it('the packages of a component are those of its name, those that are taken from it, and those that it lists', () => {
  const { project } = analyse([
    {
      name: 'build.bitesize',
      text: `project: shop
components: [{name: Web, packages: [libshop, libshop-dev]}, {name: web-api}, {name: orders}]
`,
    },
    {
      name: 'application.bitesize',
      text: `project: shop
applications:
  - name: front
    runtime: nginx:1.27
    version: 1.0
    dependencies:
      - {name: "shop-front:amd64", type: debian-package, origin: {build: Web}}
      - {name: order-service, type: debian-package, origin: {build: orders}}
`,
    },
  ]);
  const [web, api] = project.components.map((component) => packageNames(project, component));
  expect(web).toMatchObject({
    own: ['libshop', 'libshop-dev', 'shop-front', 'web'],
    others: ['web-api'],
    prefix: 'web',
  });
  expect(api).toMatchObject({ own: ['web-api'], others: [], prefix: 'web-api' });
});
