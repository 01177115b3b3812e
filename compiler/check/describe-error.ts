import type { Mistake } from '../../schema/mistake.ts';
import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import { patterns } from '../../schema/source/patterns.ts';
import { type DiagnosticExtras, diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { MappingNode, Node } from '../source/node.ts';
import { type SuggestionAllowance, suggestion } from '../util/suggestion.ts';
import { meantQuantity } from './meant-quantity.ts';
import type { ReadValue } from './read/value.ts';
import { holdsSecret } from './rules/secrets/find-secrets.ts';

/** What the findings about the values of one spec have in common. */
export interface ErrorContext {
  /** The schema of the spec. */
  readonly root: SchemaNode;
  readonly allowance: SuggestionAllowance;
  /** Returns the value that the value of a mistake stands in. */
  readonly ownerOf: (pointer: string) => ReadValue;
}

/** Returns the finding for a mistake in a value: everything but a missing field. */
export function describeError(at: ReadValue, error: Mistake, context: ErrorContext): Diagnostic {
  const { span } = at.node;
  const field = fieldName(error.instancePath);
  const value = shown(at);
  switch (error.keyword) {
    case 'type':
      return wrongType(at, error, field, context);
    case 'enum':
      return diagnose('schema/not-allowed', { field, value }, span, enumHelp(at, context.allowance));
    case 'minimum':
    case 'maximum': {
      const bound = error.keyword === 'minimum' ? 'at least' : 'at most';
      const parameters = { field, value, bound: `${bound} ${error.param}` };
      return diagnose('schema/out-of-range', parameters, span, { help: rangeHelp(at.schema) });
    }
    case 'minLength':
      return diagnose('schema/empty', { field, problem: 'must not be empty' }, span, {
        help: `give \`${field}\` a value, or remove what it stands in`,
      });
    case 'minItems':
      return diagnose('schema/empty', { field, problem: 'needs at least one entry' }, span, {
        help: 'add an entry, or remove the field',
      });
    default:
      return diagnose(
        'schema/pattern',
        { field, value },
        span,
        quantityFix(at) ?? { help: patternHelp(at.schema) },
      );
  }
}

/** Where a quantity is written in another way, what is meant is mostly plain. */
function quantityFix({ node, schema }: ReadValue): DiagnosticExtras | undefined {
  if (schema.pattern !== patterns.cpuAmount.expression || node.kind !== 'scalar') return undefined;
  const isCpu = schema.patternErrorMessage === patterns.cpuAmount.words;
  const meant = meantQuantity(node.text, isCpu ? 'cpu' : 'bytes');
  if (meant === undefined) return undefined;
  return {
    help: [`did you mean \`${meant}\`?`, `it ${schema.patternErrorMessage}`],
    fixes: [{ title: `write \`${meant}\``, edits: [{ span: node.span, text: meant }], safe: false }],
  };
}

function rangeHelp({ minimum, maximum }: SchemaNode): string {
  if (minimum === undefined) return `write ${maximum} or less`;
  return maximum === undefined ? `write ${minimum} or more` : `write a number from ${minimum} to ${maximum}`;
}

function patternHelp(schema: SchemaNode): string | readonly string[] {
  if (schema.patternErrorMessage !== undefined) return `it ${schema.patternErrorMessage}`;
  return schema.description ?? [];
}

/** Returns the name of the field that a pointer leads to; for an entry of a list, the name of the list. */
function fieldName(pointer: string): string {
  const names = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part));
  return names.at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? 'spec';
}

/** A value as a message shows it; a field that may hold a secret is never shown. */
function shown(at: ReadValue): string {
  if (at.schema['x-secret'] === true) return '...';
  const written = at.node.kind === 'scalar' ? at.node.text : undefined;
  const text = written ?? (typeof at.json === 'string' ? at.json : JSON.stringify(at.json));
  if (holdsSecret(text)) return '...';
  const line = text.split('\n')[0] ?? '';
  return line.length > 60 || line !== text ? `${line.slice(0, 57)}...` : line;
}

function wrongType(
  at: ReadValue,
  error: Mistake,
  field: string,
  { root, ownerOf }: ErrorContext,
): Diagnostic {
  const isEntry = /\/\d+$/.test(error.instancePath);
  if (at.schema['x-read'] === 'ports' && at.node.kind === 'scalar') return wrongPorts(at, field);
  const parameters = {
    what: isEntry ? `an entry of \`${field}\`` : `\`${field}\``,
    expected: expectedType(at.schema),
    found: foundType(at),
  };
  const extras = stepHelp(at) ??
    flagHelp(at, ownerOf(error.instancePath), field) ?? {
      help: dashHelp(at.node) ?? typeHelp(at, field, isEntry, root),
    };
  return diagnose('schema/wrong-type', parameters, at.node.span, extras);
}

/** A comma list of ports is one scalar. */
function wrongPorts(at: ReadValue, field: string): Diagnostic {
  const parameters = { what: `\`${field}\``, expected: 'one or more port numbers', found: foundType(at) };
  return diagnose('schema/wrong-type', parameters, at.node.span, {
    help: `write \`${field}: 80\`, \`${field}: "80,81"\` or \`${field}: [80, 81]\``,
  });
}

function expectedType(schema: SchemaNode): string {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const words: Record<string, string> = {
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'a mapping',
  };
  return types.map((type) => words[type] ?? type).join(' or ') || 'another type';
}

function foundType(at: ReadValue): string {
  if (at.node.kind === 'sequence') return 'a list';
  if (at.node.kind === 'mapping') return 'a mapping';
  return at.json === null ? 'nothing' : `\`${shown(at)}\``;
}

/** A list whose `-` touches its first key is read as a mapping. */
function dashHelp(node: Node): string | undefined {
  const key = node.kind === 'mapping' ? node.entries[0]?.key : undefined;
  return key?.style === 'plain' && /^-\S/.test(key.text)
    ? `put a space between \`-\` and \`${key.text.slice(1)}\``
    : undefined;
}

/** A build step or a command of a test that is plain text was meant as a shell step (B02). */
function stepHelp(at: ReadValue): { readonly help: string; readonly fixes: readonly Fix[] } | undefined {
  if (at.node.kind !== 'scalar' || at.schema.properties?.shell === undefined || at.json === null) return;
  const start = { ...at.node.span, end: at.node.span.start };
  const slip = /^(?:(shell|gradle)\s*[;,.=]\s*|(shell)\s+)(?=\S)/.exec(at.node.text);
  if (slip !== null && at.node.style === 'plain') {
    const key = `${slip[1] ?? slip[2]}:`;
    const edit = { span: { ...start, end: start.start + slip[0].length }, text: `${key} ` };
    return {
      help: `write \`- ${key} ...\`, with a colon and a space`,
      fixes: [{ title: `write \`${key}\``, edits: [edit], safe: false }],
    };
  }
  return {
    help: 'write `- shell: ...`; the original seed job failed as a whole on such a step',
    fixes: [{ title: 'make it a shell step', edits: [{ span: start, text: 'shell: ' }], safe: true }],
  };
}

/** `- timestamps: true`: the thing itself is what is switched on, and its fields may all be left out. */
function flagHelp(
  { node, schema }: ReadValue,
  owner: ReadValue,
  field: string,
): DiagnosticExtras | undefined {
  const isFree = schema.type === 'object' && (schema.required ?? []).length === 0;
  if (!isFree || owner.schema['x-entry'] !== true || node.kind !== 'scalar') return undefined;
  const flag = /^(?:(true|yes|on)|false|no|off)$/i.exec(node.text);
  if (flag === null) return undefined;
  if (flag[1] === undefined) return { help: `remove \`${field}\`: what is not there is off` };
  const { file, start, end } = node.span;
  const colon = /:\s*$/.exec(file.text.slice(Math.max(0, start - MOST_BLANKS), start))?.[0];
  return {
    help: `write \`- ${field}\` alone: none of its fields is needed`,
    fixes:
      colon === undefined
        ? []
        : [
            {
              title: `write \`${field}\` alone`,
              edits: [{ span: { file, start: start - colon.length, end }, text: '' }],
              safe: false,
            },
          ],
  };
}

/** Nobody writes more between a key and its value. */
const MOST_BLANKS = 80;

function typeHelp(at: ReadValue, field: string, isEntry: boolean, root: SchemaNode): string {
  const expected = expectedType(at.schema);
  if (isEntry) {
    const port = at.node.kind === 'mapping' && at.schema.type === 'integer' ? at.node.entries[0] : undefined;
    if (port?.value.kind === 'scalar') return `write the number alone: \`${field}: [${port.value.text}]\``;
    if (at.node.kind === 'sequence') return 'remove the inner `-`';
    if (expected !== 'a mapping') return 'write one value';
    const [first = 'name'] = at.schema.required ?? Object.keys(at.schema.properties ?? {});
    return `write \`- ${first}: ...\` and the other fields below it`;
  }
  if (expected === 'a list' && at.node.kind === 'scalar')
    return `write \`${field}: [${shown(at)}]\`, or one \`- \` line for each entry`;
  if (at.schema.type === 'integer') return 'write a whole number, such as `2`';
  if (at.schema.type === 'boolean') return 'write `true` or `false`';
  const items = at.schema.items && resolveSchema(at.schema.items, root);
  if (expected === 'a list' && at.node.kind === 'mapping' && isOfPairs(at.node, items))
    return `each entry of \`${field}\` is \`- name: ...\`, and \`value: ...\` below \`name\``;
  if (expected === 'a list') return `start each entry of \`${field}\` with \`- \``;
  if (expected === 'a mapping') return `write the fields of \`${field}\` as \`key: value\` lines below it`;
  return `write one value after \`${field}:\``;
}

/** `env: { LOG_LEVEL: info }` where each entry has a name and a value. */
function isOfPairs({ entries }: MappingNode, items: SchemaNode | undefined): boolean {
  const fields = items?.properties;
  return (
    fields?.name !== undefined && fields.value !== undefined && !entries.some(({ key }) => fields[key.text])
  );
}

function enumHelp(
  at: ReadValue,
  allowance: SuggestionAllowance,
): { readonly help: readonly string[]; readonly fixes: readonly Fix[] } {
  const allowed = (at.schema.enum ?? []).map(String);
  const [before = '', comment] = typeof at.json === 'string' ? at.json.split(' //') : [];
  const value = before.trimEnd();
  const near =
    allowed.find((item) => value.length > 1 && item.startsWith(value)) ??
    suggestion(value, allowed, allowance);
  const list = allowed.map((item) => `\`${item}\``).join(', ');
  const slashes = comment === undefined ? [] : ['a comment starts with `#`, not with `//`'];
  if (near === undefined) return { help: [`use ${allowed.length > 1 ? 'one of ' : ''}${list}`], fixes: [] };
  const edits = [{ span: at.node.span, text: near }];
  return {
    help: [`did you mean \`${near}\`? Allowed: ${list}`, ...slashes],
    fixes: [{ title: `write \`${near}\``, edits, safe: false }],
  };
}
