import { assertNever } from '../../util/assert-never.ts';
import type { Constant, ListValue, MappedValue, Member, ObjectValue, TsSpec, TsValue } from './ts-value.ts';

/** The longest line that is filled; longer texts stay in one piece. */
const WIDTH = 100;

/** Returns the text of a spec in TypeScript: two spaces, single quotes, short values on one line. */
export function printTypeScript(spec: TsSpec): string {
  const head = [
    ...spec.header.map(comment),
    `import { ${spec.imports.join(', ')} } from 'bitesize';`,
    '',
    ...spec.constants.flatMap((constant) => [...constantLines(constant), '']),
  ];
  const root = lines(spec.root, `export default ${spec.function}(`, ');', 0);
  return `${[...head, ...root, ...spec.footer.map(comment)].join('\n')}\n`;
}

function constantLines({ name, type, value }: Constant): string[] {
  const annotation = type === undefined ? '' : `: ${type}`;
  return lines(value, `const ${name}${annotation} = `, ';', 0);
}

/** Returns the lines of a value with what stands before and after it; `indent` counts spaces. */
function lines(value: TsValue, before: string, after: string, indent: number): string[] {
  const space = ' '.repeat(indent);
  const short = flat(value, 1);
  if (short !== undefined && fits(`${space}${before}${short}${after}`))
    return [`${space}${before}${short}${after}`];
  switch (value.kind) {
    case 'text':
      return textLines(value.text, before, after, indent);
    case 'code':
    case 'template':
      return [`${space}${before}${short}${after}`];
    case 'list':
      return listLines(value, before, after, indent);
    case 'object':
      return objectLines(value, before, after, indent);
    case 'mapped':
      return mappedLines(value, before, after, indent);
    default:
      return assertNever(value);
  }
}

function fits(line: string): boolean {
  return line.length <= WIDTH;
}

/** A script reads best with its lines below each other. */
function textLines(text: string, before: string, after: string, indent: number): string[] {
  const space = ' '.repeat(indent);
  const parts = text.split('\n');
  if (parts.length === 1) return [`${space}${before}${quoted(text)}${after}`];
  return [
    `${space}${before}[`,
    ...parts.map((part) => `${space}  ${quoted(part)},`),
    `${space}].join('\\n')${after}`,
  ];
}

function listLines({ items }: ListValue, before: string, after: string, indent: number): string[] {
  const space = ' '.repeat(indent);
  return [
    `${space}${before}[`,
    ...items.flatMap(({ value, comments }) => [
      ...comments.map((text) => `${space}  ${comment(text)}`),
      ...lines(value, '', ',', indent + 2),
    ]),
    `${space}]${after}`,
  ];
}

function objectLines(
  { members, call }: ObjectValue,
  before: string,
  after: string,
  indent: number,
): string[] {
  const space = ' '.repeat(indent);
  const start = call === undefined ? '{' : `${call.function}(${flat(call.name, 0) ?? ''}, {`;
  const end = call === undefined ? '}' : '})';
  return [
    `${space}${before}${start}`,
    ...members.flatMap((member) => [
      ...member.comments.map((text) => `${space}  ${comment(text)}`),
      ...(member.kind === 'spread'
        ? [`${space}  ...${member.name},`]
        : lines(member.value, memberStart(member), ',', indent + 2)),
    ]),
    `${space}${end}${after}`,
  ];
}

function mappedLines(value: MappedValue, before: string, after: string, indent: number): string[] {
  const { rows, variables, body } = value;
  const parameter = variables.length === 1 ? `(${variables[0]})` : `({ ${variables.join(', ')} })`;
  const isPlainObject = body.kind === 'object' && body.call === undefined;
  const [open, close] = isPlainObject ? ['(', ')'] : ['', ''];
  const start = lines(rows, before, `.map(${parameter} => ${open}`, indent);
  const [first = '', ...rest] = lines(body, '', `${close})${after}`, indent);
  const last = start.pop() ?? '';
  return [...start, last + first.trimStart(), ...rest];
}

/** Returns a value on one line, or undefined when it does not belong on one. `depth` counts objects that may nest. */
function flat(value: TsValue, depth: number): string | undefined {
  switch (value.kind) {
    case 'text':
      return value.text.includes('\n') && value.text.length > 20 ? undefined : quoted(value.text);
    case 'code':
      return value.code;
    case 'template':
      return `\`${templateText(value.before)}\${${value.variable}}${templateText(value.after)}\``;
    case 'list':
      return flatList(value, depth);
    case 'object':
      return flatObject(value, depth);
    case 'mapped':
      return undefined;
    default:
      return assertNever(value);
  }
}

function flatList({ items }: ListValue, depth: number): string | undefined {
  const hasObjects = items.some(({ value }) => value.kind === 'object');
  if (hasObjects && items.length > 1) return undefined;
  const parts = items.map(({ value, comments }) => (comments.length > 0 ? undefined : flat(value, depth)));
  return parts.some((part) => part === undefined) ? undefined : `[${parts.join(', ')}]`;
}

function flatObject({ members, call }: ObjectValue, depth: number): string | undefined {
  if (depth < 0 || members.length > 4) return undefined;
  const parts = members.map((member) => {
    if (member.comments.length > 0) return undefined;
    if (member.kind === 'spread') return `...${member.name}`;
    const inner = flat(member.value, depth - 1);
    return inner === undefined ? undefined : `${memberStart(member)}${inner}`;
  });
  if (parts.some((part) => part === undefined)) return undefined;
  const object = parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  return call === undefined ? object : `${call.function}(${flat(call.name, 0)}, ${object})`;
}

function memberStart({ key, value }: Extract<Member, { kind: 'field' }>): string {
  if (value.kind === 'code' && value.code === key) return '';
  // In brackets, `__proto__` is a key like any other.
  if (key === '__proto__') return "['__proto__']: ";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${key}: ` : `${quoted(key)}: `;
}

/** Returns a text as a literal in single quotes, or in double quotes where that saves escapes. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\n\r\t\u2028\u2029]|[\u0000-\u001f\u007f]|['"]/g, (character) => {
    if (character === "'" || character === '"') return character === quote ? `\\${character}` : character;
    return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `${quote}${escaped}${quote}`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function templateText(text: string): string {
  return quoted(text)
    .slice(1, -1)
    .replaceAll("\\'", "'")
    .replaceAll('\\"', '"')
    .replace(/`|\$\{/g, '\\$&');
}

function comment(text: string): string {
  return text === '' ? '//' : `// ${text}`;
}
