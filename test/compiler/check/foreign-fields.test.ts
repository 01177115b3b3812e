import { describe, expect, it } from 'vitest';
import { foreignFields } from '../../../compiler/check/foreign-fields.ts';
import { diagnosticsOf, type SpecTexts, service } from './findings.ts';

/** A project with one more field in an object of each kind. */
const specsWith: Readonly<Record<string, (field: string) => SpecTexts>> = {
  Component: (field) => ({ build: `project: shop\ncomponents:\n  - name: web\n    ${field}: x\n` }),
  Environment: (field) => ({
    environments: `project: shop\nenvironments:\n  - name: dev\n    namespace: shop-dev\n    ${field}: x\n`,
  }),
  Service: (field) => ({ environments: service(`${field}: x`) }),
  EnvVariable: (field) => ({ environments: service(`env: [{ name: A, ${field}: x }]`) }),
  Volume: (field) => ({ environments: service(`volumes: [{ name: a, path: /a, ${field}: x }]`) }),
  Probe: (field) => ({ environments: service(`liveness_probe: { timeout_seconds: 1, ${field}: x }`) }),
  Jenkins: (field) => ({ jenkins: `project: shop\njenkins:\n  ${field}: x\n` }),
  Agent: (field) => ({
    jenkins: `project: shop\njenkins:\n  agents: [{ name: a, image: a:1, ${field}: x }]\n`,
  }),
};

describe.each(Object.entries(foreignFields))(
  'fields that people bring into the object %s',
  (definition, fields) => {
    it.each(Object.entries(fields))('%s is unknown, and said in the words of a spec', (field, help) => {
      const specs = specsWith[definition]?.(field) ?? {};
      const found = diagnosticsOf(specs).filter(({ code }) => code === 'schema/unknown-field');
      expect(found.map(({ help: lines }) => lines)).toEqual([[help]]);
    });
  },
);
