import ts from 'typescript';

/** A place where a file names another module. */
export interface ImportReference {
  readonly specifier: string;
  /** The text with the specifier, quotes included. */
  readonly start: number;
  readonly end: number;
}

/** A construct that reaches outside, or needs more than one go, in words for a message. */
export interface ForbiddenConstruct {
  readonly what: string;
  readonly help: string;
  readonly start: number;
  readonly end: number;
}

/** What a file says about other files, and what in it no spec may use. */
export interface FileReferences {
  readonly imports: readonly ImportReference[];
  readonly forbidden: readonly ForbiddenConstruct[];
}

/** Returns the imports of a file, wherever they stand, and its constructs that no spec may use. */
export function importsOf(source: ts.SourceFile): FileReferences {
  const imports: ImportReference[] = [];
  const forbidden: ForbiddenConstruct[] = [...directives(source)];
  const addSpecifier = (node: ts.Node | undefined) => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    imports.push({ specifier: node.text, start: node.getStart(source), end: node.end });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) addSpecifier(node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) addSpecifier(node.expression);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      addSpecifier(node.argument.literal);
    const construct = forbiddenConstruct(node);
    if (construct !== undefined)
      forbidden.push({ ...construct, start: node.getStart(source), end: node.end });
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return { imports, forbidden };
}

/** Comments such as `/// <reference types="node" />` load files without an import. */
function directives(source: ts.SourceFile): ForbiddenConstruct[] {
  const references = [
    ...source.referencedFiles,
    ...source.typeReferenceDirectives,
    ...source.libReferenceDirectives,
  ];
  return references.map(({ pos, end }) => ({
    what: 'a `/// <reference ... />` comment',
    help: 'import what the spec needs, by a relative path',
    start: pos,
    end,
  }));
}

function forbiddenConstruct(node: ts.Node): Pick<ForbiddenConstruct, 'what' | 'help'> | undefined {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { what: '`import()`', help: 'write an `import` statement at the top of the file' };
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
    return { what: '`import.meta`', help: 'a spec does not know where it lies' };
  if (isTopLevelAwait(node))
    return { what: '`await` outside a function', help: 'a spec has nothing to wait for' };
  if (ts.isModuleDeclaration(node) && (ts.isStringLiteral(node.name) || isGlobal(node)))
    return { what: 'a declaration for another module', help: 'declare types in the file that uses them' };
  return undefined;
}

function isGlobal(node: ts.ModuleDeclaration): boolean {
  return (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

function isTopLevelAwait(node: ts.Node): boolean {
  const awaits =
    ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);
  if (!awaits) return false;
  let at: ts.Node | undefined = node.parent;
  while (at !== undefined && !ts.isSourceFile(at)) {
    if (ts.isFunctionLike(at)) return false;
    at = at.parent;
  }
  return true;
}
