import { choice, integer, list, text } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** What a service gets from outside: variables and volumes. */
export const volumes: Definitions = {
  EnvVariable: {
    description:
      'An environment variable of a container: plain text, a key of a Secret, or a field of the pod.',
    fields: {
      name: text('Name of the variable, with `value` or `pod_field`.', {
        minLength: 1,
        without: 'the value of `secret`',
        examples: ['LOG_LEVEL'],
        engines: ['P30', 'P51', 'EO'],
      }),
      value: text(
        'Plain text; or, beside `secret`, the Secret and its key as `secret/key`. A Secret without a key means the key of the same name.',
        { default: '', examples: ['info', 'web-db/password'], engines: ['P30', 'P51', 'EO'], secret: true },
      ),
      secret: text('Name of a variable whose value comes from a Secret. It becomes a secretKeyRef.', {
        minLength: 1,
        without: 'none: the value is plain text',
        examples: ['DB_PASSWORD'],
        engines: ['P51', 'EO'],
      }),
      pod_field: text('Field of the pod that is the value. It becomes a fieldRef.', {
        without: 'none: the value is plain text',
        examples: ['metadata.name', 'status.podIP', 'spec.nodeName'],
        engines: ['EO'],
      }),
    },
    examples: [{ name: 'LOG_LEVEL', value: 'info' }],
    snippets: [
      { label: 'variable', description: 'A plain value', body: { name: '${1:NAME}', value: '${2:value}' } },
      {
        label: 'secret',
        description: 'A value from a Secret',
        body: { secret: '${1:NAME}', value: '${2:secret}/${3:key}' },
      },
    ],
  },
  Volume: {
    description: 'Something that is mounted into a container: a claim for storage, a Secret or a ConfigMap.',
    fields: {
      name: text('Name of the volume. It is also the name of the claim, of the Secret or of the ConfigMap.', {
        minLength: 1,
        required: true,
        examples: ['web-data'],
        refers: 'gist',
        engines: ['P30', 'P51', 'EO'],
      }),
      path: text('Where the volume is mounted in the container.', {
        minLength: 1,
        required: true,
        examples: ['/data'],
        engines: ['P30', 'P51', 'EO'],
      }),
      modes: text(
        'How the claim may be mounted, one mode or a comma list: `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`.',
        {
          default: 'ReadWriteOnce',
          examples: ['ReadWriteOnce', 'ReadWriteMany', 'ReadWriteOnce,ReadOnlyMany'],
          engines: ['P30', 'P51', 'EO'],
        },
      ),
      size: text('Size of the claim.', {
        pattern: patterns.byteAmount,
        without: 'none; required for a claim',
        examples: ['10G', '30Gi'],
        engines: ['P30', 'P51', 'EO'],
      }),
      type: text(
        'What is mounted: `secret`, `configmap`, or a kind of storage (`ebs`, `efs`, or another key of `environments.storage_classes` in jenkins.bitesize). Upper and lower case mean the same.',
        {
          pattern: patterns.storageKind,
          default: 'ebs',
          examples: ['ebs', 'efs', 'secret', 'configmap'],
          engines: ['EO'],
        },
      ),
      items: list('Keys of the ConfigMap or Secret that are mounted, and their file names.', {
        of: 'VolumeItem',
        without: 'all keys',
        examples: [[{ key: 'application.properties', path: 'application.config' }]],
        engines: ['EO'],
      }),
      provisioning: choice(
        'Where the storage of a claim comes from. The operator read it and could not use it.',
        {
          values: {
            dynamic: 'The storage class makes the volume.',
            manual: 'An existing volume with the label `name` of the same value is used.',
          },
          default: 'dynamic',
          examples: ['manual'],
          engines: ['EO'],
        },
      ),
    },
    examples: [{ name: 'web-data', path: '/data', modes: 'ReadWriteOnce', size: '10G' }],
    snippets: [
      {
        label: 'claim',
        description: 'Storage that stays',
        body: { name: '${1:name}', path: '${2:/data}', modes: 'ReadWriteOnce', size: '${3:10Gi}' },
      },
      {
        label: 'secret',
        description: 'The files of a Secret',
        body: { name: '${1:secret}', path: '${2:/etc/secret}', type: 'secret' },
      },
      {
        label: 'configmap',
        description: 'The files of a ConfigMap or gist',
        body: { name: '${1:gist}', path: '${2:/etc/config}', type: 'configmap' },
      },
    ],
  },
  VolumeItem: {
    description: 'One key of a ConfigMap or Secret, mounted as a file.',
    fields: {
      key: text('The key.', {
        minLength: 1,
        required: true,
        examples: ['application.properties'],
        engines: ['EO'],
      }),
      path: text('Name of the file, relative to the path of the volume.', {
        minLength: 1,
        required: true,
        examples: ['application.config'],
        engines: ['EO'],
      }),
      mode: integer('Permission bits of the file, as a decimal number (420 is 0644).', {
        minimum: 0,
        maximum: 511,
        without: 'left to Kubernetes',
        examples: [420],
        engines: ['EO'],
      }),
    },
    examples: [{ key: 'application.properties', path: 'application.config' }],
  },
};
