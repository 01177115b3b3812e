import { describe, expect, it } from 'vitest';
import { environmentOf, manifest, manifests } from './lowered.ts';

const ingressOf = (fields: string, jenkins = '') =>
  manifest(
    environmentOf(`- {name: web, external_url: web.example.com, ${fields}}`, '', jenkins),
    'Ingress',
    'web',
  );

const nginx = 'nginx.ingress.kubernetes.io';

describe('a Service', () => {
  const ports = (fields: string) =>
    manifest(environmentOf(`- {name: web, ${fields}}`), 'Service', 'web').spec.ports;

  it('offers every port, named after the protocol', () => {
    expect(ports('port: "80, 8080"')).toEqual([
      { name: 'http-80', protocol: 'TCP', port: 80, targetPort: 80 },
      { name: 'http-8080', protocol: 'TCP', port: 8080, targetPort: 8080 },
    ]);
    expect(ports('port: 5432, protocol: TCP')[0].name).toBe('tcp-port-5432');
    expect(ports('ports: [81]')[0].port).toBe(81);
  });

  it('selects what `selector` names, which must be there and listen', () => {
    const codes = (services: string) => environmentOf(services).codes;
    expect(codes('- {name: alias, selector: web}\n- {name: web}')).toEqual([]);
    expect(codes('- {name: alias, selector: wbe}\n- {name: web}')).toEqual(['kubernetes/unknown-selector']);
    expect(codes('- {name: alias, selector: web, port: 81}\n- {name: web}')).toEqual([
      'kubernetes/unreached-port',
    ]);
  });
});

describe('an Ingress', () => {
  it('is made for every host, and never without one', () => {
    const hosts = ingressOf('port: 8080').spec.rules;
    expect(hosts).toEqual([
      {
        host: 'web.example.com',
        http: {
          paths: [
            { path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 8080 } } } },
          ],
        },
      },
    ]);
    const several = manifest(
      environmentOf('- {name: web, external_url: [a.example.com, b.example.com]}'),
      'Ingress',
      'web',
    );
    expect(several.spec.rules.map(({ host }: { host: string }) => host)).toEqual([
      'a.example.com',
      'b.example.com',
    ]);
    expect(manifests(environmentOf('- name: web')).map(({ kind }) => kind)).toEqual([
      'Service',
      'Deployment',
    ]);
  });

  it('has TLS for every host, with the Secret of the pattern', () => {
    const service = '- {name: web, external_url: [a.example.com, b.example.com], ssl: true}';
    const tls = (jenkins = '') => manifest(environmentOf(service, '', jenkins), 'Ingress', 'web').spec.tls;
    expect(tls()).toEqual([{ hosts: ['a.example.com', 'b.example.com'], secretName: 'web' }]);
    expect(tls('  environments: {tls_secret: "{environment}-{service}-tls"}\n')[0].secretName).toBe(
      'dev-web-tls',
    );
  });

  it('tells nginx by annotations what the labels say', () => {
    expect(ingressOf('ssl: false').metadata.annotations).toBeUndefined();
    expect(ingressOf('ssl: true').metadata.annotations).toEqual({ [`${nginx}/ssl-redirect`]: 'false' });
    const all = ingressOf('ssl: true, httpsOnly: true, httpsBackend: true, http2: true').metadata;
    expect(all.annotations).toEqual({
      [`${nginx}/force-ssl-redirect`]: 'true',
      [`${nginx}/backend-protocol`]: 'HTTPS',
    });
    expect(all.labels).toMatchObject({
      ssl: 'true',
      httpsOnly: 'true',
      httpsBackend: 'true',
      http2: 'true',
      deployment_method: 'rolling-upgrade',
    });
  });

  it('says where HTTP/2 is not as it is asked for', () => {
    const codes = (fields: string) =>
      environmentOf(`- {name: web, external_url: web.example.com, ${fields}}`).codes;
    expect(codes('http2: true, ssl: true')).toEqual([]);
    expect(codes('ssl: true')).toEqual([]);
    expect(codes('http2: false')).toEqual([]);
    expect(codes('http2: true')).toEqual(['kubernetes/http2']);
    expect(codes('http2: false, ssl: true')).toEqual(['kubernetes/http2']);
  });

  it('of another class has the labels only, and that is reported', () => {
    const settings = '  environments: {ingress_class: internal}\n';
    const lowered = environmentOf(
      '- {name: web, external_url: web.example.com, httpsOnly: true}',
      '',
      settings,
    );
    expect(manifest(lowered, 'Ingress', 'web').spec.ingressClassName).toBe('internal');
    expect(lowered.codes).toEqual(['kubernetes/ingress-class']);
    const named = '  environments: {ingress_class: public-nginx}\n';
    expect(
      environmentOf('- {name: web, external_url: web.example.com, httpsOnly: true}', '', named).codes,
    ).toEqual([]);
  });

  it('sends to the backend, which must be there with that port', () => {
    const services = (fields: string) =>
      `- {name: web, external_url: web.example.com, ${fields}}\n- {name: api, port: 81}`;
    const found = manifest(environmentOf(services('backend: api, backend_port: 81')), 'Ingress', 'web');
    expect(found.spec.rules[0].http.paths[0].backend.service).toEqual({ name: 'api', port: { number: 81 } });
    expect(environmentOf(services('backend: api')).codes).toEqual(['kubernetes/unknown-backend-port']);
    expect(environmentOf(services('backend: apy')).codes).toEqual(['kubernetes/unknown-backend']);
    expect(environmentOf(services('backend_port: 82')).codes).toEqual(['kubernetes/unknown-backend-port']);
  });
});

describe('the mesh', () => {
  const service = (fields: string) =>
    `- {name: web, external_url: web.example.com, port: "80,8080", service_mesh: enable, ${fields}}`;

  it('has a gateway and a route to the backend port', () => {
    const lowered = environmentOf(service('backend_port: 8080'));
    expect(manifest(lowered, 'Gateway', 'web')).toMatchObject({
      apiVersion: 'networking.istio.io/v1',
      spec: {
        selector: { istio: 'ingressgateway' },
        servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['web.example.com'] }],
      },
    });
    expect(manifest(lowered, 'VirtualService', 'web').spec).toEqual({
      hosts: ['web.example.com'],
      gateways: ['web'],
      http: [
        {
          match: [{ uri: { prefix: '/' } }],
          route: [{ destination: { host: 'web', port: { number: 8080 } } }],
        },
      ],
    });
  });

  it('has HTTPS with the certificate, and redirects to it', () => {
    const { servers } = manifest(environmentOf(service('ssl: true, httpsOnly: true')), 'Gateway', 'web').spec;
    expect(servers.map(({ tls }: { tls: unknown }) => tls)).toEqual([
      { mode: 'SIMPLE', credentialName: 'web' },
      { httpsRedirect: true },
    ]);
  });

  it('says what it cannot do', () => {
    expect(environmentOf(service('httpsBackend: true')).codes).toEqual(['kubernetes/mesh-https-backend']);
    expect(environmentOf('- {name: web, service_mesh: enable}').codes).toEqual([
      'kubernetes/mesh-without-host',
    ]);
  });
});

describe('the Secret of a certificate', () => {
  const service = (more: string) =>
    `- {name: web, external_url: www.example.com, ssl: true, port: 80, ${more}}`;
  const code = 'kubernetes/certificate-secret';

  it.each([
    ['env: [{secret: SESSION_KEY, value: web/session-key}]', 'has to hold a certificate and `session-key`'],
    ['volumes: [{name: web, path: /s, type: secret}]', 'and everything that a pod mounts of it'],
  ])('is no other one: %s', (more, problem) => {
    const { codes, messages } = environmentOf(service(more));
    expect(codes.filter((each) => each === code)).toEqual([code]);
    expect(messages.join()).toContain(problem);
    expect(
      environmentOf(service(more), '', '  environments: {tls_secret: "{service}-tls"}\n').codes,
    ).not.toContain(code);
  });

  it.each([
    'env: [{secret: CA, value: web/ca.crt}]',
    'env: [{secret: SESSION_KEY, value: other/session-key}]',
    'ssl: false, env: [{secret: SESSION_KEY, value: web/session-key}]',
  ])('may be read by pods: %s', (more) => {
    expect(environmentOf(service(more).replace(/ssl: true, (?=.*ssl: false)/, '')).codes).not.toContain(code);
  });
});
