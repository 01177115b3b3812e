import { readApplicationSchema } from '../../schema/generated/application.ts';
import { readBuildSchema } from '../../schema/generated/build.ts';
import { readControllersSchema } from '../../schema/generated/controllers.ts';
import { readEnvironmentsSchema } from '../../schema/generated/environments.ts';
import { readJenkinsSchema } from '../../schema/generated/jenkins.ts';
import { readJobsSchema } from '../../schema/generated/jobs.ts';
import { createValidator as createApplicationValidator } from '../../schema/generated/validators/application.js';
import { createValidator as createBuildValidator } from '../../schema/generated/validators/build.js';
import { createValidator as createControllersValidator } from '../../schema/generated/validators/controllers.js';
import { createValidator as createEnvironmentsValidator } from '../../schema/generated/validators/environments.js';
import { createValidator as createJenkinsValidator } from '../../schema/generated/validators/jenkins.js';
import { createValidator as createJobsValidator } from '../../schema/generated/validators/jobs.js';
import type { SchemaNode } from '../../schema/schema-node.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import type { Validator } from './schema-errors.ts';

/** The schema of a kind of spec, and the validator that ajv made of it at build time. */
export interface SpecSchema {
  readonly schema: SchemaNode;
  readonly validate: Validator;
}

/** The schemas of all kinds. Each is read, and its validator made, when it is asked for: few projects need all. */
export const specSchemas: Readonly<Record<SpecKind, SpecSchema>> = {
  build: specSchema(readBuildSchema, createBuildValidator),
  application: specSchema(readApplicationSchema, createApplicationValidator),
  environments: specSchema(readEnvironmentsSchema, createEnvironmentsValidator),
  jenkins: specSchema(readJenkinsSchema, createJenkinsValidator),
  jobs: specSchema(readJobsSchema, createJobsValidator),
  controllers: specSchema(readControllersSchema, createControllersValidator),
};

function specSchema(readSchema: () => SchemaNode, createValidator: () => Validator): SpecSchema {
  let schema: SchemaNode | undefined;
  let validate: Validator | undefined;
  return {
    get schema() {
      schema ??= readSchema();
      return schema;
    },
    get validate() {
      validate ??= createValidator();
      return validate;
    },
  };
}
