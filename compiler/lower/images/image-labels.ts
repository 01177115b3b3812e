import type { Instruction, InstructionLine } from '../../model/images/dockerfile.ts';
import { fromSeveral } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

/** Returns the LABEL instruction with the annotations of the OCI image specification that are known. */
export function imageLabels(parts: {
  readonly application: Sourced<string>;
  readonly version: Sourced<string>;
  readonly base: Sourced<string>;
}): Instruction {
  const labels = [
    label('title', parts.application),
    label('version', parts.version),
    label('base.name', parts.base),
  ];
  const lines = labels.map((line, index) => ({
    ...line,
    text: `${index === 0 ? 'LABEL ' : '      '}${line.text}`,
  }));
  return { comments: [], lines, origin: fromSeveral([parts.application.origin, parts.version.origin]) };
}

function label(name: string, { value, origin }: Sourced<string>): InstructionLine {
  const quoted = value.replace(/[\r\n]+/g, ' ').replace(/["\\$]/g, '\\$&');
  return { text: `org.opencontainers.image.${name}="${quoted}"`, origin };
}
