import { assertNever } from '../../util/assert-never.ts';
import type {
  CallValue,
  ConditionalValue,
  Constant,
  ListValue,
  MappedValue,
  Member,
  ObjectValue,
  TemplateValue,
  TsSpec,
  TsValue,
} from './ts-value.ts';

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

/** Returns the lines of a constant, with what is said of it above. */
export function constantLines({ name, type, value, comment: text, isExported }: Constant): string[] {
  const annotation = type === undefined ? '' : `: ${type}`;
  const start = `${isExported ? 'export ' : ''}const ${name}${annotation} = `;
  return [...(text === undefined ? [] : [`/** ${text} */`]), ...lines(value, start, ';', 0)];
}

/** Returns the lines of a value with what stands before and after it; `indent` counts spaces. */
export function lines(value: TsValue, before: string, after: string, indent: number): string[] {
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
    case 'call':
      return callLines(value, before, after, indent);
    case 'conditional':
      return conditionalLines(value, before, after, indent);
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
  if (parts.length === 1 || (parts.length === 2 && parts[1] === ''))
    return [`${space}${before}${quoted(text)}${after}`];
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
    ...items.flatMap(({ value, comments, spread }) => [
      ...comments.map((text) => `${space}  ${comment(text)}`),
      ...(spread && value.kind === 'conditional'
        ? lines(value, '...(', '),', indent + 2)
        : lines(value, spread ? '...' : '', ',', indent + 2)),
    ]),
    `${space}]${after}`,
  ];
}

/** The last argument is opened on the line of the call; with others that are long, each has lines of its own. */
function callLines(call: CallValue, before: string, after: string, indent: number): string[] {
  const space = ' '.repeat(indent);
  const first = call.arguments.slice(0, -1).map((value) => flat(value, 1));
  const last = call.arguments.at(-1);
  const opening = `${call.function}(${first.map((text) => `${text}, `).join('')}`;
  if (last === undefined) return [`${space}${before}${call.function}()${after}`];
  const canOpen = last.kind === 'object' || last.kind === 'list' || first.length === 0;
  if (canOpen && !first.includes(undefined) && fits(`${space}${before}${opening}{`))
    return lines(last, `${before}${opening}`, `)${after}`, indent);
  return [
    `${space}${before}${call.function}(`,
    ...call.arguments.flatMap((value) => lines(value, '', ',', indent + 2)),
    `${space})${after}`,
  ];
}

function conditionalLines(
  { condition, value, otherwise }: ConditionalValue,
  before: string,
  after: string,
  indent: number,
): string[] {
  const space = ' '.repeat(indent);
  const [first = '', ...rest] = lines(value, '', '', indent + 4);
  return [
    `${space}${before}${condition}`,
    `${space}  ? ${first.trimStart()}`,
    ...rest,
    `${space}  : ${otherwise}${after}`,
  ];
}

function objectLines({ members }: ObjectValue, before: string, after: string, indent: number): string[] {
  const space = ' '.repeat(indent);
  return [
    `${space}${before}{`,
    ...members.flatMap((member) => [
      ...member.comments.map((text) => `${space}  ${comment(text)}`),
      ...(member.kind === 'spread'
        ? [`${space}  ...${member.name},`]
        : lines(member.value, memberStart(member), ',', indent + 2)),
    ]),
    `${space}}${after}`,
  ];
}

function mappedLines(value: MappedValue, before: string, after: string, indent: number): string[] {
  const { rows, variables, body } = value;
  const parameter = variables.length === 1 ? `(${variables[0]})` : `({ ${variables.join(', ')} })`;
  const [open, close] = body.kind === 'object' ? ['(', ')'] : ['', ''];
  const start = lines(rows, before, `.map(${parameter} => ${open}`, indent);
  const [first = '', ...rest] = lines(body, '', `${close})${after}`, indent);
  const last = start.pop() ?? '';
  return [...start, last + first.trimStart(), ...rest];
}

/** Returns a value on one line, or undefined when it does not belong on one. `depth` counts objects that may nest. */
function flat(value: TsValue, depth: number): string | undefined {
  switch (value.kind) {
    case 'text':
      return /\n./s.test(value.text) && value.text.length > 20 ? undefined : quoted(value.text);
    case 'code':
      return value.code;
    case 'template':
      return flatTemplate(value);
    case 'list':
      return flatList(value, depth);
    case 'object':
      return flatObject(value, depth);
    case 'call':
      return flatCall(value, depth);
    case 'conditional': {
      const then = flat(value.value, depth);
      return then === undefined ? undefined : `${value.condition} ? ${then} : ${value.otherwise}`;
    }
    case 'mapped':
      return undefined;
    default:
      return assertNever(value);
  }
}

function flatTemplate({ parts }: TemplateValue): string {
  return `\`${parts.map((part) => (typeof part === 'string' ? templateText(part) : `\${${part.code}}`)).join('')}\``;
}

function flatCall(call: CallValue, depth: number): string | undefined {
  const parts = call.arguments.map((value) => flat(value, depth));
  return parts.includes(undefined) ? undefined : `${call.function}(${parts.join(', ')})`;
}

function flatList({ items }: ListValue, depth: number): string | undefined {
  const hasObjects = items.some(({ value }) => isLarge(value));
  if (hasObjects && items.length > 1) return undefined;
  const parts = items.map(({ value, comments, spread }) => {
    const text = comments.length > 0 ? undefined : flat(value, depth);
    return spread && text !== undefined ? `...${value.kind === 'conditional' ? `(${text})` : text}` : text;
  });
  return parts.some((part) => part === undefined) ? undefined : `[${parts.join(', ')}]`;
}

/** A job of a list has a line of its own, as an object has. */
function isLarge(value: TsValue): boolean {
  return (
    value.kind === 'object' ||
    (value.kind === 'call' && value.arguments.some(({ kind }) => kind === 'object'))
  );
}

function flatObject({ members, isRow }: ObjectValue, depth: number): string | undefined {
  if (depth < 0 || (members.length > 4 && isRow !== true)) return undefined;
  const parts = members.map((member) => {
    if (member.comments.length > 0) return undefined;
    if (member.kind === 'spread') return `...${member.name}`;
    const inner = flat(member.value, depth - 1);
    return inner === undefined ? undefined : `${memberStart(member)}${inner}`;
  });
  if (parts.some((part) => part === undefined)) return undefined;
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
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
  const escaped = text.replace(ESCAPED, escapeOf).replaceAll(quote, `\\${quote}`);
  return `${quote}${escaped}${quote}`;
}

/** What stands in a text of code only with an escape. */
const ESCAPED = /[\\\n\r\t\u2028\u2029]|[\u0000-\u001f\u007f]/g;

function escapeOf(character: string): string {
  return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Returns a text as it stands between backticks, its lines below each other. */
export function templateLines(text: string): string {
  return text.split('\n').map(templateText).join('\n');
}

/** Quotation marks need no escape between backticks. */
function templateText(text: string): string {
  return text.replace(ESCAPED, escapeOf).replace(/`|\$\{/g, '\\$&');
}

function comment(text: string): string {
  return text === '' ? '//' : `// ${text}`;
}
