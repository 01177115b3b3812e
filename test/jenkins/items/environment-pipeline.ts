import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

/** The jobs of environment_pipeline.groovy. */
export const environmentPipeline: readonly Item[] = [
  node({
    kind: 'pipeline',
    family: 'environment_jobs',
    name: 'environment-pipeline',
    properties: [
      node({
        kind: 'parameters',
        parameters: [
          node({
            kind: 'string',
            name: 'sample_app_VERSION',
            defaultValue: '',
            description: 'Version of sample-app to deploy',
          }),
          node({ kind: 'string', name: 'another_app_VERSION', defaultValue: '' }),
          node({ kind: 'boolean', name: 'DRY_RUN', defaultValue: false, description: 'Render only' }),
          node({
            kind: 'choice',
            name: 'UNTIL',
            choices: ['Development', 'Staging'],
            description: 'Last environment',
          }),
        ],
      }),
    ],
    definition: node({ kind: 'cps', script: "echo 'a < b && c'\n", sandbox: true }),
  }),
];
