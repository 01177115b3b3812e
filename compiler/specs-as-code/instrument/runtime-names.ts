import ts from 'typescript';

/** What instrumented code calls: functions of `sandbox/main.ts`. */
export type RuntimeName =
  | 'enter'
  | 'frame'
  | 'joined'
  | 'leave'
  | 'literal'
  | 'merged'
  | 'receiver'
  | 'rest'
  | 'unwind';

const names: readonly RuntimeName[] = [
  'enter',
  'frame',
  'joined',
  'leave',
  'literal',
  'merged',
  'receiver',
  'rest',
  'unwind',
];

/** The import that instrumented code needs. It stands at the end of a module, so that no line moves. */
export const runtimeImport = `import { ${names.map((name) => `${name} as $$${name}`).join(', ')} } from 'bitesize:sandbox';\n`;

/** Returns the name under which a module calls a function of the sandbox. */
export function localName(name: RuntimeName): string {
  return `$$${name}`;
}

/** Returns a call of a function of the sandbox. */
export function runtimeCall(name: RuntimeName, values: readonly ts.Expression[]): ts.CallExpression {
  const { factory } = ts;
  return factory.createCallExpression(factory.createIdentifier(localName(name)), undefined, values);
}

/** Returns `a.b.c` for a base object. */
export function nameExpression(base: string): ts.Expression {
  const { factory } = ts;
  const [first = '', ...rest] = base.split('.');
  return rest.reduce<ts.Expression>(
    (owner, name) => factory.createPropertyAccessExpression(owner, name),
    factory.createIdentifier(first),
  );
}
