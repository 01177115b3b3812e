import ts from 'typescript';

/**
 * Returns the first node of a file that is nested deeper than `depth`, or undefined. It goes through the tree without
 * recursion: what comes after it, in TypeScript and here, is recursive and relies on it.
 */
export function nodeDeeperThan(source: ts.SourceFile, depth: number): ts.Node | undefined {
  let level: ts.Node[] = [source];
  for (let at = 0; level.length > 0; at++) {
    if (at > depth) return level[0];
    const next: ts.Node[] = [];
    for (const node of level) ts.forEachChild(node, (child) => void next.push(child));
    level = next;
  }
  return undefined;
}
