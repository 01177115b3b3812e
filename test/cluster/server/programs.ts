import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../../oracles/tools/find-program.ts';
import { groovyTool } from '../../oracles/tools/groovy.ts';
import { javaTool } from '../../oracles/tools/java.ts';
import type { Tool } from '../../oracles/tools/tool.ts';
import { buildProgram, clusterCache, copyFromModule } from './go-module.ts';
import { pins } from './pins.ts';

/** etcd, where the API server keeps everything. */
export const etcdTool = goTool('etcd', pins.etcd, 'go.etcd.io/etcd/server/v3', 'stores the objects');

/** kube-apiserver. */
export const apiServerTool = goTool(
  'kube-apiserver',
  pins.kubernetes,
  'k8s.io/kubernetes/cmd/kube-apiserver',
  'judges the objects and the rights',
);

/** kubectl of the same version. */
export const kubectlTool = goTool(
  'kubectl',
  pins.kubernetes,
  'k8s.io/kubernetes/cmd/kubectl',
  'runs the calls of the pipelines and of the README',
);

/** The CustomResourceDefinitions of Istio: `find` returns the file. */
export const istioTool: Tool = {
  name: `definitions of Istio ${pins.istio}`,
  purpose: 'judge Gateways, VirtualServices and ServiceEntries',
  required: true,
  advice: 'looked in the cache; copied from the Go module istio.io/api (GOPROXY has to answer)',
  find: () => {
    const file = join(clusterCache(), istioFile);
    return existsSync(file) ? file : undefined;
  },
  install: () =>
    copyFromModule('istio.io/api', pins.istio, 'kubernetes/customresourcedefinitions.gen.yaml', istioFile),
};

/** Every outside program that the run needs, in the order in which they are made. The JVM runs the pipelines. */
export const clusterTools: readonly Tool[] = [
  javaTool,
  groovyTool,
  etcdTool,
  apiServerTool,
  kubectlTool,
  istioTool,
];

const istioFile = `istio-${pins.istio}.yaml`;

function goTool(name: string, version: string, path: string, purpose: string): Tool {
  return {
    name: `${name} ${version}`,
    purpose,
    required: true,
    advice: `looked in the cache; built with Go 1.26 or newer from the module ${path.split('/cmd/')[0]} (GOPROXY has to answer)`,
    find: () => findProgramIn(clusterCache('bin'), name),
    install: () => buildProgram(name, path),
  };
}

/** Of the cache alone: another version in PATH would say something else. */
function findProgramIn(folder: string, name: string): string | undefined {
  const found = findProgram(name, [folder]);
  return found === join(folder, name) ? found : undefined;
}
