import { type Component, component, type Environment, environment, type Service, service } from 'bitesize';

/** What one web service of the fleet may choose. Everything else is the same for all of them. */
export interface WebService {
  readonly port?: number;
  readonly replicas?: number;
}

/** The component of a web service: scripts of its own test it and make a Debian package of it. */
export function webComponent(name: string): Component {
  return component(name, {
    repository: { git: `git@git.example.com:fleet/${name}.git`, branch: 'main' },
    build: [{ shell: './ci/test.sh' }, { shell: './ci/package.sh' }],
    artifacts: [{ location: '*.deb' }],
  });
}

/** The environments of a web service: one for every commit, one that a person approves. */
export function webEnvironments(name: string, options: WebService = {}): readonly Environment[] {
  return [
    environment('Development', {
      namespace: `${name}-dev`,
      deployment: { method: 'rolling-upgrade' },
      services: [webService(name, `${name}.dev.example.com`, { ...options, replicas: 1 })],
    }),
    environment('Production', {
      namespace: `${name}-prd`,
      deployment: { method: 'rolling-upgrade', mode: 'manual' },
      services: [webService(name, `${name}.example.com`, options)],
    }),
  ];
}

function webService(name: string, host: string, { port = 8080, replicas = 2 }: WebService): Service {
  return service(name, { application: name, external_url: host, port, replicas, ssl: true });
}
