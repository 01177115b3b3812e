import {
  type DocumentSymbol,
  type FoldingRange,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { linksOf } from '../language/links.ts';
import { definitionAt, referencesAt } from '../language/navigate.ts';
import { type DocumentSymbolNode, foldingOf, symbolsOf } from '../language/outline.ts';
import type { Place } from '../language/place.ts';
import { type Renaming, renameAt, renameRangeAt } from '../language/rename.ts';
import { workspaceEdit } from './code-actions.ts';
import { type AskedFile, answerAbout, type Session } from './session.ts';

/** Answers what leads from place to place: definitions, uses, the outline, links, and other names. */
export function serveNavigation(session: Session): void {
  const { connection } = session;
  connection.onDefinition(({ textDocument, position }, token) =>
    answerAbout(session, textDocument.uri, token, ({ state, places, name, offsetAt }) =>
      definitionAt(state.view, name, offsetAt(position)).flatMap((place) => places.location(place)),
    ),
  );
  connection.onReferences(({ textDocument, position, context }, token) =>
    answerAbout(session, textDocument.uri, token, ({ state, places, name, offsetAt }) => {
      const offset = offsetAt(position);
      const all = referencesAt(state.view, name, offset);
      const own = new Set(
        context.includeDeclaration ? [] : definitionAt(state.view, name, offset).map(keyOf),
      );
      return all.filter((place) => !own.has(keyOf(place))).flatMap((place) => places.location(place));
    }),
  );
  connection.onPrepareRename(({ textDocument, position }, token) =>
    answerAbout(session, textDocument.uri, token, ({ state, places, file, name, offsetAt }) => {
      const found = renameRangeAt(state.view, name, offsetAt(position));
      return found === undefined
        ? null
        : { range: places.range(file, found), placeholder: found.placeholder };
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    answerAbout(session, textDocument.uri, token, (asked) => {
      const { state, name, offsetAt } = asked;
      const renamed = renameAt(state.view, name, offsetAt(position), newName);
      if ('problem' in renamed) throw new ResponseError(LSPErrorCodes.RequestFailed, renamed.problem);
      return renameEdit(session, asked, renamed);
    }),
  );
  connection.onDocumentSymbol(({ textDocument }, token) =>
    answerAbout(session, textDocument.uri, token, (asked) => {
      const nodes = symbolsOf(asked.state.view, asked.name);
      const isTree =
        session.client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      return isTree ? nodes.map((node) => symbolOf(asked, node)) : nodes.flatMap((node) => flat(asked, node));
    }),
  );
  connection.onFoldingRanges(({ textDocument }, token) =>
    answerAbout(session, textDocument.uri, token, ({ state, places, file, name }) =>
      foldingOf(state.view, name).flatMap((piece): readonly FoldingRange[] => {
        const { start, end } = places.range(file, piece);
        const endLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
        return endLine > start.line ? [{ startLine: start.line, endLine }] : [];
      }),
    ),
  );
  connection.onDocumentLinks(({ textDocument }, token) =>
    answerAbout(session, textDocument.uri, token, ({ state, places, file, name }) =>
      linksOf(state.view, name).map(({ target, ...piece }) => ({
        range: places.range(file, piece),
        target: 'url' in target ? target.url : places.uriOf(target.file),
      })),
    ),
  );
}

/** What a rename does to jobs and namespaces is said before it is done, where the client can ask; and in a message. */
function renameEdit(
  session: Session,
  { places }: AskedFile,
  { edits, consequences }: Renaming,
): WorkspaceEdit {
  const { connection, open, client } = session;
  const takes = client().workspace?.workspaceEdit;
  const documentChanges = takes?.documentChanges === true;
  const spans = edits.flatMap(({ file: name, start, end, text }) => {
    const file = places.file(name);
    return file === undefined ? [] : [{ span: { file, start, end }, text }];
  });
  const edit = workspaceEdit(spans, { places, open, documentChanges });
  if (consequences.length === 0) return edit;
  const message = consequences.join('\n');
  connection
    .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
    .catch(() => undefined);
  if (takes?.changeAnnotationSupport === undefined || !documentChanges) return edit;
  const annotationId = 'bitesize.rename';
  return {
    ...edit,
    documentChanges: (edit.documentChanges ?? []).map((change) =>
      'edits' in change
        ? { ...change, edits: change.edits.map((each) => ({ ...each, annotationId })) }
        : change,
    ),
    changeAnnotations: {
      [annotationId]: {
        label: 'Another name, which changes more than the specs',
        needsConfirmation: true,
        description: message,
      },
    },
  };
}

const symbolKinds: Readonly<Record<DocumentSymbolNode['kind'], SymbolKind>> = {
  thing: SymbolKind.Object,
  group: SymbolKind.Module,
  value: SymbolKind.Property,
};

function symbolOf(asked: AskedFile, node: DocumentSymbolNode): DocumentSymbol {
  const { places, file } = asked;
  return {
    // A client refuses a symbol without a name.
    name: node.name === '' ? '-' : node.name,
    ...(node.detail === '' ? {} : { detail: node.detail }),
    kind: symbolKinds[node.kind],
    range: places.range(file, node),
    selectionRange: places.range(file, { start: node.nameStart, end: node.nameEnd }),
    children: node.children.map((child) => symbolOf(asked, child)),
  };
}

function flat(asked: AskedFile, node: DocumentSymbolNode, container?: string): readonly SymbolInformation[] {
  const name = node.name === '' ? '-' : node.name;
  const { places, file, uri } = asked;
  return [
    {
      name,
      kind: symbolKinds[node.kind],
      location: { uri, range: places.range(file, node) },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...node.children.flatMap((child) => flat(asked, child, name)),
  ];
}

function keyOf({ file, start, end }: Place): string {
  return `${file} ${start} ${end}`;
}
