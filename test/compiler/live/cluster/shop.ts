import { compileFully } from '../../../../compiler/compile.ts';
import type { ClusterProject } from '../../../../compiler/live/cluster/cluster-changes.ts';
import type { Compilation } from '../../../../compiler/pipeline.ts';

type Specs = Readonly<Record<string, string>>;

/** A project with a bit of everything, in one environment: `web` awaits versions, `worker` has one. */
export const shop: Specs = {
  'environments.bitesize': `project: shop
environments:
  - name: Development
    namespace: shop-dev
    deployment: {method: rolling-upgrade, timeout: 60}
    services:
      - name: web
        external_url: [www.example.com]
        port: 8080
        replicas: 4
        env:
          - {name: A, value: "1"}
          - {name: B, value: "2"}
        volumes:
          - {name: data, path: /data, modes: ReadWriteOnce, size: 5Gi, type: ebs}
      - name: worker
        port: 9000
        version: 2.0.0
        replicas: 2
      - {name: db, type: postgres, version: "16", options: {storage: 20}}
`,
  'jenkins.bitesize': `project: shop
jenkins:
  url: https://ci.example.com/
  seed: {mode: image}
  registry: {push: registry.example.com}
  kubernetes: {ingress: {host: ci.example.com}}
`,
};

const compilations = new Map<Specs, Promise<Compilation>>();

/** Returns specs as a compiled project; the same ones are compiled once. */
export async function compiled(folder: string, specs = shop): Promise<ClusterProject> {
  const sources = Object.entries(specs).map(([name, text]) => ({ name, text }));
  const compilation = compilations.get(specs) ?? compileFully(sources, { allowPlainSecrets: true });
  compilations.set(specs, compilation);
  return { folder, compilation: await compilation };
}
