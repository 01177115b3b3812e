import type { ApiClass } from '../api-class.ts';
import { type ApiIndex, outerName } from './api-index.ts';
import { isPlatformType, rawType, withKnownArguments } from './java-types.ts';
import { parseField } from './parse-signature.ts';
import { type MemberContext, printConstructors, printFields, printMethods } from './print-members.ts';

/** Returns the Java source of every stub: path to text. Nested classes are inside their outer ones. */
export function printStubs(api: ApiIndex): ReadonlyMap<string, string> {
  const nested = new Map<string, string[]>();
  const top: string[] = [];
  for (const name of [...api.classes.keys(), ...api.others.keys()].sort()) {
    const outer = outerName(name);
    if (outer === undefined) top.push(name);
    else nested.set(outer, [...(nested.get(outer) ?? []), name]);
  }
  const print = (name: string, indent: string): string[] => {
    const type = api.classes.get(name);
    const inner = (nested.get(name) ?? []).flatMap((child) => print(child, `${indent}  `));
    const lines =
      type === undefined ? printOther(name, api.others.get(name) === true) : printClass(api, name, type);
    const isNested = indent !== '';
    const [head = '', ...members] = lines;
    return [
      `${indent}public ${isNested ? 'static ' : ''}${head} {`,
      ...members.map((line) => `${indent}  ${line}`),
      ...inner,
      `${indent}}`,
    ];
  };
  return new Map(
    top.map((name) => [
      `${name.replaceAll('.', '/')}.java`,
      `package ${name.slice(0, name.lastIndexOf('.'))};\n${print(name, '').join('\n')}\n`,
    ]),
  );
}

function printClass(api: ApiIndex, className: string, type: ApiClass): string[] {
  const print = (text: string): string =>
    withKnownArguments(text, (name) => isPlatformType(name) || api.classes.has(name));
  const context: MemberContext = { className, type, print };
  const simpleName = className.slice(className.lastIndexOf('.') + 1);
  const parameters =
    type.typeParameters === undefined ? '' : `<${type.typeParameters.map(print).join(', ')}>`;
  const interfaces = (type.implements ?? []).map(print).join(', ');
  const name = `${simpleName}${parameters}`;
  switch (type.kind) {
    case 'interface': {
      const parents = interfaces === '' ? '' : ` extends ${interfaces}`;
      return [`interface ${name}${parents}`, ...printFields(context), ...printMethods(context)];
    }
    case 'enum': {
      const constants = (type.fields ?? []).map(parseField).filter((field) => field.type === className);
      const head = `enum ${simpleName}${interfaces === '' ? '' : ` implements ${interfaces}`}`;
      const values = `${constants.map((constant) => constant.name).join(', ')};`;
      return [head, values, ...printFields(context), ...printMethods(context)];
    }
    case 'class':
    case 'abstract class': {
      const parent = type.extends === undefined ? '' : ` extends ${print(type.extends)}`;
      const hasStubParent = type.extends !== undefined && !isPlatform(type.extends);
      const head = `${type.kind} ${name}${parent}${interfaces === '' ? '' : ` implements ${interfaces}`}`;
      const deprecated = type.deprecated?.includes('class') ? '@Deprecated ' : '';
      return [
        `${deprecated}${head}`,
        ...printConstructors(context, simpleName, hasStubParent),
        ...printFields(context),
        ...printMethods(context),
      ];
    }
  }
}

/** A type that is only mentioned: nobody can do anything with it. */
function printOther(name: string, isInterface: boolean): string[] {
  const simpleName = name.slice(name.lastIndexOf('.') + 1);
  if (isInterface) return [`interface ${simpleName}`];
  const parent = /(Exception|Failure)$/.test(simpleName) ? ' extends Exception' : '';
  return [
    `class ${simpleName}${parent}`,
    `protected ${simpleName}(bitesize.oracle.stub.Made made) { super(); }`,
  ];
}

function isPlatform(type: string): boolean {
  const raw = rawType(type);
  return isPlatformType(raw) || !raw.includes('.');
}
