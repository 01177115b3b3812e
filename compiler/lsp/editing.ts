import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextMode,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import { type CompletionOffer, completeAt } from '../language/complete.ts';
import { hoverAt } from '../language/hover.ts';
import { inlayHintsOf } from '../language/inlay-hints.ts';
import { answerAbout, type Session } from './session.ts';

const itemKinds: Readonly<Record<CompletionOffer['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
};

/** Answers what helps while writing: completion, hover, the values that defaults decide. */
export function serveEditing(session: Session): void {
  const { connection, client } = session;
  connection.onCompletion(({ textDocument, position }, token) =>
    answerAbout(session, textDocument.uri, token, ({ state, places, file, name, offsetAt }) => {
      const takes = client().textDocument?.completion?.completionItem;
      const isMarkdown = takes?.documentationFormat?.[0] === MarkupKind.Markdown;
      const offers = completeAt(state.view, name, offsetAt(position));
      const digits = String(offers.length).length;
      return offers.map((offer, index): CompletionItem => {
        const { label, detail, documentation, insertText, replace } = offer;
        // Clients hold what is typed against it, a quote before it included.
        const quote = /^["']/.exec(file.text.slice(replace.start, replace.end))?.[0] ?? '';
        return {
          label,
          kind: itemKinds[offer.kind],
          sortText: String(index).padStart(digits, '0'),
          filterText: `${quote}${label}`,
          ...(detail === undefined ? {} : { detail }),
          ...(documentation === undefined ? {} : { documentation: markup(documentation, isMarkdown) }),
          ...(insertText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
          textEdit: { range: places.range(file, replace), newText: insertText },
        };
      });
    }),
  );
  connection.onHover(({ textDocument, position }, token) =>
    answerAbout(session, textDocument.uri, token, ({ state, places, file, name, offsetAt }) => {
      const hover = hoverAt(state.view, name, offsetAt(position));
      if (hover === undefined) return null;
      const isMarkdown = client().textDocument?.hover?.contentFormat?.[0] === MarkupKind.Markdown;
      return { contents: markup(hover.markdown, isMarkdown), range: places.range(file, hover) };
    }),
  );
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answerAbout(session, textDocument.uri, token, ({ state, places, file, name, offsetAt }) =>
      inlayHintsOf(state.view, name, offsetAt(range.start), offsetAt(range.end)).map((hint) => ({
        position: places.positionAt(file, hint.offset),
        label: hint.label,
        paddingLeft: true,
        ...(hint.tooltip === undefined ? {} : { tooltip: hint.tooltip }),
      })),
    ),
  );
}

/** Markdown is readable as plain text, too. */
function markup(value: string, isMarkdown: boolean): MarkupContent {
  return { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}
