import type { Jenkins } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { ControllerRole } from '../../model/controller/controller.ts';
import { fromDefault, spanOf } from '../../text/origin.ts';
import { repeats, type Sourced, sourced } from '../../text/sourced.ts';
import type { ControllerNames } from './controller-names.ts';

/** What the lowering of the controller may look at, and where it reports. */
export interface ControllerScope {
  readonly project: Project;
  readonly settings: Jenkins;
  readonly names: ControllerNames;
  /** Whether it is the Jenkins of one project, one that several share, or the part of a project in such a one. */
  readonly role: ControllerRole['kind'];
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Returns where the Job DSL comes from: as written, else the repository if there is one, else the image. */
export function seedMode({ seed }: Jenkins): Sourced<'repository' | 'image'> {
  if (seed.mode !== undefined) return seed.mode;
  if (seed.repository !== undefined) return seed.repository.map(() => 'repository');
  return sourced('image', fromDefault('jenkins.seed.repository'));
}

/** Reports every name that stands more than once in a list of the settings. */
export function reportDuplicates(
  scope: ControllerScope,
  what: string,
  names: readonly Sourced<string>[],
): void {
  for (const { again, first } of repeats(names)) {
    const span = spanOf(first.origin);
    scope.report(
      diagnose('controller/duplicate', { what, name: again.value }, spanOf(again.origin), {
        labels: span === undefined ? [] : [{ span, text: 'first defined here' }],
        help: 'give one of the two another name, or remove it',
      }),
    );
  }
}
