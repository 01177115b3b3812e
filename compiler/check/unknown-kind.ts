import type { SchemaNode } from '../../schema/schema-node.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MappingNode, Node } from '../source/node.ts';
import { isCode } from '../source/spec-kind.ts';
import { type SuggestionAllowance, suggestion } from '../util/suggestion.ts';
import { definitionOf } from './foreign-fields.ts';
import { kindElsewhere, nameElsewhere } from './foreign-job-names.ts';
import { isNothing } from './read/read-scalar.ts';

/** Returns the finding for an object whose `kind` is missing, or is none that exists. */
export function unknownKind(
  owner: MappingNode,
  kinds: readonly string[],
  found: Node | undefined,
  allowance: SuggestionAllowance,
): Diagnostic {
  const all = `the kinds are ${kinds.map((kind) => `\`${kind}\``).join(', ')}`;
  if (found === undefined) {
    const span = owner.entries[0]?.key.span ?? owner.span;
    const list = kinds.every((kind) => kind.endsWith('-view')) ? 'views' : 'jobs';
    return diagnose('schema/missing-field', { fields: ['kind'], in: `an entry of \`${list}\`` }, span, {
      help: ['add `kind: ...`', all],
    });
  }
  const value = found.kind === 'scalar' ? found.text : '';
  const near = kindElsewhere(value, kinds) ?? suggestion(value, kinds, allowance);
  return diagnose('schema/not-allowed', { field: 'kind', value }, found.span, {
    help: near === undefined ? all : [`did you mean \`${near}\`?`, all],
    fixes:
      near === undefined
        ? []
        : [{ title: `write \`${near}\``, edits: [{ span: found.span, text: near }], safe: false }],
  });
}

/** Returns the finding for an entry that has to be one thing, such as one build step, and is none or several. */
export function notOneThing(
  node: Node,
  schema: SchemaNode,
  root: SchemaNode,
  allowance: SuggestionAllowance,
): Diagnostic {
  const known = Object.keys(schema.properties ?? {});
  const all = known.map((name) => `\`${name}\``).join(', ');
  if (node.kind === 'scalar' && !isNothing(node)) {
    const near =
      nameElsewhere(node.text, definitionOf(schema, root), known) ?? suggestion(node.text, known, allowance);
    return diagnose('schema/unknown-field', { field: node.text }, node.span, {
      help: near === undefined ? `there are ${all}` : `did you mean \`${near}\`?`,
      fixes:
        near === undefined
          ? []
          : [{ title: `write \`${near}\``, edits: [{ span: node.span, text: near }], safe: false }],
    });
  }
  const second = node.kind === 'mapping' ? node.entries[1] : undefined;
  const parameters = { what: second === undefined ? 'nothing' : 'several things' };
  return diagnose('schema/one-thing', parameters, second?.key.span ?? node.span, {
    help:
      second === undefined
        ? 'write one thing after the `-`, or remove it'
        : isCode(second.key.span.file)
          ? `make \`${second.key.text}\` an entry of its own, or a field of the thing before it`
          : `indent \`${second.key.text}\` if it belongs to the thing above it, or start it with \`- \` of its own`,
  });
}
