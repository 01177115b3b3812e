import type { ApiClass } from '../api-class.ts';
import { castType, classLiteral, rawType } from './java-types.ts';
import { type FieldSignature, parseField, parseSignature } from './parse-signature.ts';
import { splitList } from './split-list.ts';

/** What a member's printer needs to know of its class. */
export interface MemberContext {
  readonly className: string;
  readonly type: ApiClass;
  /** Prints a type as the stubs know it. */
  readonly print: (type: string) => string;
}

/** Methods that `java.lang.Object` declares final. */
const FINAL = new Set(['wait', 'notify', 'notifyAll', 'getClass']);
const PARENT = 'super((bitesize.oracle.stub.Made) null);';

/** Prints the constructors: each tells the recorder what it was given. `hasStubParent`: the super class is a stub. */
export function printConstructors(
  context: MemberContext,
  simpleName: string,
  hasStubParent: boolean,
): string[] {
  const parent = hasStubParent ? PARENT : 'super();';
  const lines = [`protected ${simpleName}(bitesize.oracle.stub.Made made) { ${parent} }`];
  for (const text of context.type.constructors ?? []) {
    const parameters = splitList(text.slice(1, -1));
    lines.push(
      `${marks(context, text)}public ${simpleName}(${declare(context, parameters)}) { ${parent} ` +
        `bitesize.oracle.stub.Stub.created(this, new Object[] {${names(parameters)}}); }`,
    );
  }
  return lines;
}

/** Prints the fields. A static one gets the value that the recorder has for it, so that constants are distinct. */
export function printFields(context: MemberContext): string[] {
  const own = (visibility: string) => (text: string) => printField(context, parseField(text), visibility);
  return [
    ...(context.type.fields ?? []).map(own('public ')),
    ...(context.type.protectedFields ?? []).map(own('protected ')),
  ].filter((line) => line !== '');
}

function printField(context: MemberContext, field: FieldSignature, visibility: string): string {
  const { className, type, print } = context;
  if (type.kind === 'enum' && field.type === className) return '';
  const name = JSON.stringify(field.name);
  const value = field.isStatic
    ? `bitesize.oracle.stub.Stub.constant(${className}.class, ${name}, ${classLiteral(field.type)})`
    : `bitesize.oracle.stub.Stub.field(this, ${name}, ${classLiteral(field.type)})`;
  if (type.kind === 'interface' && !field.isStatic) return '';
  return `${visibility}${field.isStatic ? 'static ' : ''}${print(field.type)} ${field.name} = (${print(castType(field.type))}) ${value};`;
}

/** Prints the methods: each passes its call to the recorder and returns what that answers. */
export function printMethods(context: MemberContext): string[] {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const text of context.type.methods ?? []) {
    const { name, parameters } = parseSignature(text);
    const erasure = `${name}(${parameters.map(rawType).join()})`;
    if (seen.has(erasure) || FINAL.has(name)) continue;
    seen.add(erasure);
    lines.push(printMethod(context, text));
  }
  return lines;
}

function printMethod(context: MemberContext, text: string): string {
  const { isStatic, isDefault, typeParameters, name, parameters, result } = parseSignature(text);
  const { className, type, print } = context;
  const head = `${print(typeParameters)} ${print(result)} ${name}(${declare(context, parameters)})`;
  const isInterface = type.kind === 'interface';
  if (isInterface && !isStatic && !isDefault) return `${marks(context, text)}${head};`;
  const self = isStatic ? 'null' : 'this';
  const call =
    `bitesize.oracle.stub.Stub.call(${self}, ${className}.class, ${JSON.stringify(name)}, ` +
    `${classLiteral(result)}, new Object[] {${names(parameters)}});`;
  const body = result === 'void' ? call : `return (${print(castType(result))}) ${call}`;
  const modifier = isStatic ? 'static ' : isInterface ? 'default ' : '';
  return `${marks(context, text)}${isInterface ? '' : 'public '}${modifier}${head} { ${body} }`;
}

/** The annotations by which the compiler check finds deprecated and restricted members. */
function marks({ type }: MemberContext, member: string): string {
  const plain = member.replace(/^default /, '');
  const deprecated = type.deprecated?.includes(plain) ? '@Deprecated ' : '';
  return `${deprecated}${type.restricted?.includes(plain) ? '@bitesize.oracle.stub.Restricted ' : ''}`;
}

function declare({ print }: MemberContext, parameters: readonly string[]): string {
  return parameters.map((parameter, index) => `${print(parameter)} a${index}`).join(', ');
}

function names(parameters: readonly string[]): string {
  return parameters.map((_, index) => `a${index}`).join(', ');
}
