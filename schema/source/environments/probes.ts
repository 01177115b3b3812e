import { choice, integer, item, list, part, port, text } from '../fields.ts';
import type { Definitions } from '../spec-file.ts';

/** How Kubernetes asks a service whether it lives. */
export const probes: Definitions = {
  HealthCheck: {
    description: 'A command that tells whether a container is alive. It becomes an exec liveness probe.',
    fields: {
      command: list('The command, one list item per word.', {
        of: item.text(),
        minItems: 1,
        required: true,
        examples: [['/bin/cat', '/tmp/health.txt']],
        engines: ['P30', 'P51', 'EO'],
      }),
      initial_delay: integer('Seconds from the start of the container to the first check.', {
        minimum: 0,
        default: 10,
        examples: [30],
        engines: ['P30', 'P51', 'EO'],
      }),
      timeout: integer('Seconds after which a check has failed.', {
        minimum: 1,
        default: 5,
        examples: [10],
        engines: ['P30', 'P51', 'EO'],
      }),
    },
    examples: [{ command: ['/bin/health.sh'], initial_delay: 30, timeout: 5 }],
  },
  Probe: {
    description: 'How Kubernetes asks a container for its state.',
    fields: {
      handler: part('ProbeHandler', 'What is asked: exactly one of `exec`, `http_get` and `tcp_socket`.', {
        required: true,
        examples: [{ http_get: { path: '/health', port: 8080 } }],
        engines: ['EO'],
      }),
      initial_delay_seconds: integer('Seconds from the start of the container to the first question.', {
        minimum: 0,
        default: 0,
        examples: [10],
        engines: ['EO'],
      }),
      timeout_seconds: integer('Seconds after which a question has failed.', {
        minimum: 0,
        default: 1,
        examples: [5],
        engines: ['EO'],
      }),
      period_seconds: integer('Seconds between two questions.', {
        minimum: 0,
        default: 10,
        examples: [10],
        engines: ['EO'],
      }),
      success_threshold: integer('Answers in a row that make a failed container good again.', {
        minimum: 0,
        default: 1,
        examples: [1],
        engines: ['EO'],
      }),
      failure_threshold: integer('Failures in a row that make a container bad.', {
        minimum: 0,
        default: 3,
        examples: [3],
        engines: ['EO'],
      }),
    },
    examples: [
      {
        handler: { http_get: { path: '/health', port: 8080 } },
        initial_delay_seconds: 10,
        period_seconds: 10,
      },
    ],
  },
  ProbeHandler: {
    description: 'What a probe asks.',
    fields: {
      exec: part('ExecAction', 'Runs a command in the container; it is good when the command exits with 0.', {
        without: 'none',
        examples: [{ command: ['cat', '/tmp/healthy'] }],
        engines: ['EO'],
      }),
      http_get: part('HttpGetAction', 'Sends an HTTP request; it is good when the status is below 400.', {
        without: 'none',
        examples: [{ path: '/health', port: 8080 }],
        engines: ['EO'],
      }),
      tcp_socket: part('TcpSocketAction', 'Opens a TCP connection; it is good when that works.', {
        without: 'none',
        examples: [{ port: 8080 }],
        engines: ['EO'],
      }),
    },
    examples: [{ http_get: { path: '/health', port: 8080 } }],
  },
  ExecAction: {
    description: 'A command that a probe runs.',
    fields: {
      command: list('The command, one list item per word.', {
        of: item.text(),
        minItems: 1,
        required: true,
        examples: [['cat', '/tmp/healthy']],
        engines: ['EO'],
      }),
    },
    examples: [{ command: ['cat', '/tmp/healthy'] }],
  },
  HttpGetAction: {
    description: 'An HTTP request that a probe sends.',
    fields: {
      path: text('Path of the request.', { default: '/', examples: ['/health'], engines: ['EO'] }),
      port: port('Port of the request.', { required: true, examples: [8080], engines: ['EO'] }),
      host: text('Host of the request.', {
        without: 'the address of the pod',
        examples: ['localhost'],
        engines: ['EO'],
      }),
      scheme: choice('Scheme of the request.', {
        values: { HTTP: 'Plain HTTP.', HTTPS: 'HTTPS, without a check of the certificate.' },
        default: 'HTTP',
        examples: ['HTTPS'],
        engines: ['EO'],
      }),
      http_headers: list('Headers of the request.', {
        of: 'HttpHeader',
        default: [],
        examples: [[{ name: 'Accept', value: 'text/plain' }]],
        engines: ['EO'],
      }),
    },
    examples: [{ path: '/health', port: 8080 }],
  },
  HttpHeader: {
    description: 'A header of an HTTP request.',
    fields: {
      name: text('Name of the header.', {
        minLength: 1,
        required: true,
        examples: ['Accept'],
        engines: ['EO'],
      }),
      value: text('Value of the header.', {
        required: true,
        examples: ['text/plain'],
        engines: ['EO'],
        secret: true,
      }),
    },
    examples: [{ name: 'Accept', value: 'text/plain' }],
  },
  TcpSocketAction: {
    description: 'A TCP connection that a probe opens.',
    fields: {
      port: port('Port of the connection.', { required: true, examples: [8080], engines: ['EO'] }),
      host: text('Host of the connection.', {
        without: 'the address of the pod',
        examples: ['localhost'],
        engines: ['EO'],
      }),
    },
    examples: [{ port: 8080 }],
  },
};
