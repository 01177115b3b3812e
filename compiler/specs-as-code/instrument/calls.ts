import ts from 'typescript';
import { AUTHORING } from '../check/create-program.ts';
import { enclosingId, type Instruments } from './literals.ts';
import { nameExpression, runtimeCall } from './runtime-names.ts';
import { HELPER, type Slot, UNKNOWN } from './sites.ts';
import { type Bases, slotOf } from './slots.ts';

/**
 * Returns a call between two notes to the sandbox: that it starts, and that it is over. `root` is the node as it was
 * written, `instrumented` the same with what stands in it instrumented.
 */
export function notedCall(
  root: ts.Expression,
  instrumented: ts.Expression,
  { tables, checker }: Instruments,
): ts.Expression {
  const id = tables.call(root);
  const bases: Bases = [];
  const target = targetOf(root, { tables, checker });
  const values: Slot[] = [];
  if (target !== UNKNOWN && (ts.isCallExpression(root) || ts.isNewExpression(root))) {
    for (const argument of root.arguments ?? []) {
      if (ts.isSpreadElement(argument)) break;
      values.push(slotOf(argument, bases, tables, checker));
    }
  }
  tables.describeCall(id, {
    place: tables.place(root),
    enclosing: enclosingId(root, tables),
    function: target,
    arguments: values,
  });
  const number = ts.factory.createNumericLiteral(id);
  const start = runtimeCall('enter', [number, ...bases.map(nameExpression)]);
  return ts.setTextRange(runtimeCall('leave', [start, instrumented]), root);
}

/** Returns the number of the function that a call runs, as far as its types say. */
function targetOf(root: ts.Expression, { tables, checker }: Instruments): number {
  if (ts.isOptionalChain(root) || !(ts.isCallExpression(root) || ts.isNewExpression(root))) return UNKNOWN;
  const declaration = checker.getResolvedSignature(root)?.declaration;
  if (declaration === undefined) return UNKNOWN;
  const { fileName } = declaration.getSourceFile();
  if (fileName === AUTHORING) return HELPER;
  return 'body' in declaration && declaration.body !== undefined ? tables.function(declaration) : UNKNOWN;
}
