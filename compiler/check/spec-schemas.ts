import { applicationSchema } from '../../schema/generated/application.ts';
import { buildSchema } from '../../schema/generated/build.ts';
import { environmentsSchema } from '../../schema/generated/environments.ts';
import { jenkinsSchema } from '../../schema/generated/jenkins.ts';
import { jobsSchema } from '../../schema/generated/jobs.ts';
import { validate as validateApplication } from '../../schema/generated/validators/application.js';
import { validate as validateBuild } from '../../schema/generated/validators/build.js';
import { validate as validateEnvironments } from '../../schema/generated/validators/environments.js';
import { validate as validateJenkins } from '../../schema/generated/validators/jenkins.js';
import { validate as validateJobs } from '../../schema/generated/validators/jobs.js';
import type { SchemaNode } from '../../schema/schema-node.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import type { Validator } from './schema-errors.ts';

/** The schema of a kind of spec, and the validator that ajv made of it at build time. */
export interface SpecSchema {
  readonly schema: SchemaNode;
  readonly validate: Validator;
}

/** The schemas of all kinds. */
export const specSchemas: Readonly<Record<SpecKind, SpecSchema>> = {
  build: { schema: buildSchema, validate: validateBuild },
  application: { schema: applicationSchema, validate: validateApplication },
  environments: { schema: environmentsSchema, validate: validateEnvironments },
  jenkins: { schema: jenkinsSchema, validate: validateJenkins },
  jobs: { schema: jobsSchema, validate: validateJobs },
};
