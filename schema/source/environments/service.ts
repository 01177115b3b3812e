import type { Definitions } from '../spec-file.ts';
import { serviceAddress } from './service-address.ts';
import { serviceKinds } from './service-kinds.ts';
import { servicePods } from './service-pods.ts';

/** A service, in the order of its fields in the docs. */
export const service: Definitions = {
  Service: {
    description:
      'Something that runs in an environment. Without `type` it becomes a Deployment and a Service, with `external_url` also an Ingress; with `type` it becomes a custom resource that another controller acts on.',
    fields: {
      ...serviceAddress,
      ...servicePods,
      ...serviceKinds,
    },
    examples: [{ name: 'web', application: 'web', external_url: 'web.example.com', port: 8080, replicas: 2 }],
    snippets: [
      {
        label: 'service',
        description: 'A service that runs an image of the project',
        body: {
          name: '${1:name}',
          application: '${2:application}',
          external_url: '${3:host}',
          port: 80,
          replicas: 2,
        },
      },
      {
        label: 'third-party service',
        description: 'A database or another managed service',
        body: { name: '${1:name}', type: '${2:mysql}', version: '${3:5.7}' },
      },
    ],
  },
};
