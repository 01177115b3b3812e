import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyse } from '../../../compiler/pipeline.ts';
import { newProject } from '../../../compiler/scaffold/new-project.ts';
import { plainProject } from './plain-project.ts';

it('makes specs that leave nothing to do where everything is known', () => {
  const { diagnostics, project } = analyse(newProject(plainProject('web-shop')));
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([]);
  expect(project.environments.map(({ namespace }) => namespace.value)).toEqual([
    'web-shop-dev',
    'web-shop-prd',
  ]);
});

it('writes every value so that it is read back as it was given', () => {
  const example = plainProject('web-shop');
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~][ -~]{0,20}[!-~]$/), fc.string({ unit: 'binary' }), (text, from) => {
      const components = example.components.map((component) => ({
        ...component,
        from,
        images: component.images.map((image) => ({
          ...image,
          context: text,
          services: image.services.map((service) => ({ ...service, command: [text, text] })),
        })),
      }));
      const { specs } = analyse(
        newProject({ ...example, branch: { value: text, from }, components, notes: [from] }),
      );
      expect(specs.build?.components[0]?.repository?.branch.value).toBe(text);
      expect(specs.application?.applications[0]?.build?.context.value).toBe(text);
      expect(
        specs.environments?.environments.map(({ services }) =>
          services[0]?.command?.map(({ value }) => value),
        ),
      ).toEqual([
        [text, text],
        [text, text],
      ]);
    }),
    { seed: 7, numRuns: 500 },
  );
});
