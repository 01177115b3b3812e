import type { SchemaNode } from '../../schema/schema-node.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MappingNode, Node } from '../source/node.ts';
import { isCode } from '../source/spec-kind.ts';
import { type SuggestionAllowance, suggestion } from '../util/suggestion.ts';
import { definitionOf } from './foreign-fields.ts';
import { kindElsewhere, nameElsewhere, placeElsewhere } from './foreign-job-names.ts';
import { otherListHelp } from './other-job-lists.ts';
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
    const other = owner.entries.find(({ key }) => KIND_ELSEWHERE.test(key.text));
    if (other !== undefined) return kindElsewhereFinding(other, kinds, all);
    const list = kinds.every((kind) => kind.endsWith('-view')) ? 'views' : 'jobs';
    return diagnose('schema/missing-field', { fields: ['kind'], in: `an entry of \`${list}\`` }, span, {
      help: ['add `kind: ...`', all],
    });
  }
  const value = found.kind === 'scalar' ? found.text : '';
  const place = placeElsewhere(value, 'kinds', kinds);
  if (place !== undefined)
    return diagnose('schema/not-allowed', { field: 'kind', value }, found.span, { help: [place, all] });
  const near = kindElsewhere(value, kinds) ?? suggestion(value, kinds, allowance);
  return diagnose('schema/not-allowed', { field: 'kind', value }, found.span, {
    help: near === undefined ? all : [`did you mean \`${near}\`?`, all],
    fixes:
      near === undefined
        ? []
        : [{ title: `write \`${near}\``, edits: [{ span: found.span, text: near }], safe: false }],
  });
}

/** How Job Builder calls the field. */
const KIND_ELSEWHERE = /^(project|view)[-_]?type$/i;

/** What the entry is stands there, under another name. */
function kindElsewhereFinding(
  { key, value }: MappingNode['entries'][number],
  kinds: readonly string[],
  all: string,
): Diagnostic {
  const named = value.kind === 'scalar' ? kindElsewhere(value.text, kinds) : undefined;
  return diagnose('schema/missing-field', { fields: ['kind'], in: 'an entry of `jobs`' }, key.span, {
    help: [
      `write \`kind: ${named ?? '...'}\` instead of \`${key.text}\``,
      ...(named === undefined ? [all] : []),
    ],
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
    const definition = definitionOf(schema, root);
    const meant = nameElsewhere(node.text, definition, known);
    const elsewhere =
      placeElsewhere(node.text, definition, known) ??
      (meant === undefined ? otherListHelp(node.text, schema, root) : undefined);
    if (elsewhere !== undefined)
      return diagnose('schema/unknown-field', { field: node.text }, node.span, { help: elsewhere });
    const near = meant ?? suggestion(node.text, known, allowance);
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
