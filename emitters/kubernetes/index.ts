import type { Emitter } from '../emitter.ts';
import { emitController } from './controller/emit-controller.ts';
import { emitEnvironment } from './emit-environment.ts';

/** The emitter of Kubernetes YAML: the controller and the environments. */
export const kubernetes: Emitter = {
  name: 'kubernetes',
  description: 'Kubernetes YAML of the controller and of the environments',
  emit: (ir) => [...emitController(ir), ...ir.environments.flatMap(emitEnvironment)],
};
