import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

/** The jobs of image.groovy. */
export const image: readonly Item[] = [
  node({
    kind: 'pipeline',
    family: 'image_jobs',
    name: 'sample-app-docker-image',
    description: 'Builds the container image of application sample-app',
    logRotation: node({ numToKeep: 30 }),
    triggers: [node({ kind: 'upstream', jobs: ['static-content', 'different-dir'], threshold: 'SUCCESS' })],
    definition: node({
      kind: 'cps',
      script: "node('dind') {\n    stage('Build') { sh 'echo \"$PATH\" && true' }\n}\n",
      sandbox: true,
    }),
  }),
];
