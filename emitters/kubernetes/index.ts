import type { Emitter } from '../emitter.ts';
import { type ControllerPart, controllerParts } from './controller/controller-content.ts';
import { emitController } from './controller/emit-controller.ts';
import { emitEnvironment } from './emit-environment.ts';

/** The emitter of Kubernetes YAML: the controller and the environments. */
export const kubernetes: Emitter<ControllerPart | 'environments'> = {
  name: 'kubernetes',
  description: 'Kubernetes YAML of the controller and of the environments',
  needs: ['environments', ...controllerParts],
  emit: (ir) => [...emitController(ir), ...ir.environments.flatMap(emitEnvironment)],
};
