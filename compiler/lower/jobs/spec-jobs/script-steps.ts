import type { Scripted, SpecNode } from '../../../../jenkins/shared/spec-node.ts';
import type { LocatedObject } from '../../../source/node.ts';
import type { Origin } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { JobScope } from '../job-scope.ts';
import { scriptOf } from './job-sources.ts';

/** What a spec says of a step whose script is a text, or a file beside the specs. */
interface CommandSpec extends LocatedObject {
  readonly command?: Sourced<string>;
  readonly file?: Sourced<string>;
}

/** What a spec says of Groovy: its file is one of the workspace. */
interface GroovySpec extends CommandSpec {
  readonly command_file?: Sourced<string>;
}

/** Returns the function that makes the node of a step with its script, wherever that stands. */
export function withCommand<Kind extends string>(
  kind: Kind,
): <Spec extends CommandSpec>(
  spec: Spec,
  origin: Origin,
  scope: JobScope,
) => SpecNode<Kind, Scripted<Spec>> | undefined {
  return (spec, origin, scope) => {
    const command = scriptOf(scope, spec.command, spec.file);
    return command && { kind, spec: { ...spec, command }, origin };
  };
}

/** Returns the function that makes the node of a step of Groovy, with its script unless that lies in the workspace. */
export function withGroovy<Kind extends string>(
  kind: Kind,
): <Spec extends GroovySpec>(
  spec: Spec,
  origin: Origin,
  scope: JobScope,
) => SpecNode<Kind, Spec> | undefined {
  return (spec, origin, scope) => {
    if (spec.command_file === undefined) return { kind, spec, origin };
    const command = scriptOf(scope, spec.command, spec.command_file);
    return command && { kind, spec: { ...spec, command }, origin };
  };
}
