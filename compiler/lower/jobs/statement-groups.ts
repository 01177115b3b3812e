import { chunks } from '../../util/chunks.ts';
import { inMethod, inOrder, type ScriptPart, scriptPart } from './pipeline-script.ts';

/** The body of a method must stay below 64 KB of byte code, and pipelines make many bytes of a statement. */
export const GROUP_SIZE = 100;

/** Statements where they belong, and the methods that hold them where there are many. */
export interface StatementGroups {
  readonly calls: ScriptPart;
  readonly methods: readonly ScriptPart[];
}

/**
 * Returns the statements for a list of things: as they are, or, for a long list, calls of methods that hold some each.
 * The statements may use `parameters` and nothing else.
 */
export function statementGroups<T>(
  name: string,
  parameters: string,
  items: readonly T[],
  statements: (items: readonly T[]) => ScriptPart,
): StatementGroups {
  if (items.length <= GROUP_SIZE) return { calls: statements(items), methods: [] };
  const groups = chunks(items, GROUP_SIZE).map((group, index) => {
    const call = `${name}Group${index + 1}(${parameters})`;
    return { call, method: inMethod(call, `Part ${index + 1} of a long list.`, statements(group)) };
  });
  return {
    calls: inOrder(groups.map(({ call }) => scriptPart('statement.groovy', { call }))),
    methods: groups.map(({ method }) => method),
  };
}
