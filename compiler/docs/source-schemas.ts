import application from '../../schema/application.schema.json' with { type: 'json' };
import build from '../../schema/build.schema.json' with { type: 'json' };
import controllers from '../../schema/controllers.schema.json' with { type: 'json' };
import environments from '../../schema/environments.schema.json' with { type: 'json' };
import jenkins from '../../schema/jenkins.schema.json' with { type: 'json' };
import jobs from '../../schema/jobs.schema.json' with { type: 'json' };
import type { SchemaNode } from '../../schema/schema-node.ts';
import type { SpecKind } from '../source/spec-kind.ts';

/** The kinds of spec files, in the order in which people meet them. */
export const specKinds: readonly SpecKind[] = [
  'build',
  'application',
  'environments',
  'jenkins',
  'jobs',
  'controllers',
];

/**
 * The schemas of the spec files as they are written in `schema/`, before scalars are read. Their shape is tested in
 * test/schema, so it is only asserted here.
 */
export const sourceSchemas: Readonly<Record<SpecKind, SchemaNode>> = {
  build: build as unknown as SchemaNode,
  application: application as unknown as SchemaNode,
  environments: environments as unknown as SchemaNode,
  jenkins: jenkins as unknown as SchemaNode,
  jobs: jobs as unknown as SchemaNode,
  controllers: controllers as unknown as SchemaNode,
};
