import type { Emitter } from '../emitter.ts';
import { emitEnvironment } from './emit-environment.ts';

/** The emitter of Kubernetes YAML: the environments. */
export const kubernetes: Emitter = {
  name: 'kubernetes',
  description: 'Kubernetes YAML of the environments',
  emit: (ir) => ir.environments.flatMap(emitEnvironment),
};
