import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { SchemaNode } from '../schema-node.ts';
import { application } from './application.ts';
import { build } from './build/build.ts';
import { controllers } from './controllers/controllers.ts';
import { environments } from './environments/environments.ts';
import { jenkins } from './jenkins/jenkins.ts';
import { jobs } from './jobs/jobs.ts';

/** The source schemas by kind, in the order in which their generated code appears. */
export const allSources: ReadonlyMap<SpecKind, SchemaNode> = new Map<SpecKind, SchemaNode>([
  ['build', build],
  ['application', application],
  ['environments', environments],
  ['jenkins', jenkins],
  ['jobs', jobs],
  ['controllers', controllers],
]);
