import type { Jenkins } from '../../../schema/generated/located.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { ControllerNames } from './controller-names.ts';

/** What the lowering of the controller may look at, and where it reports. */
export interface ControllerScope {
  readonly project: Project;
  readonly settings: Jenkins;
  readonly names: ControllerNames;
  readonly report: (diagnostic: Diagnostic) => void;
}
