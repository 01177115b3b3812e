import {
  type CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type Command,
  type Diagnostic as LspDiagnostic,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { commentableLine } from '../check/comments.ts';
import { findIgnoreComments } from '../check/ignore-comments.ts';
import type { Diagnostic, Edit, Fix } from '../diagnostics/diagnostic.ts';
import { chosenEdits } from '../run/project/apply-fixes.ts';
import { isCode } from '../source/spec-kind.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { groupBy } from '../util/group-by.ts';
import { commandNames } from './command-names.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Places } from './places.ts';

/** The kind of the action that applies all fixes which keep the meaning. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.bitesize`;

/** What is asked for: a piece of a file, and which kinds of actions. */
export interface ActionRequest {
  readonly file: SourceFile;
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly only: readonly string[] | undefined;
  readonly trigger: CodeActionTriggerKind | undefined;
}

/** What the actions of a file are made from. */
export interface ActionContext {
  readonly places: Places;
  readonly open: OpenDocuments;
  readonly findings: readonly Diagnostic[];
  readonly published: (finding: Diagnostic) => LspDiagnostic;
  /** Whether the client takes edits that say which version of a text they are for. */
  readonly documentChanges: boolean;
}

/** Returns what can be done about the findings of a piece of a file: fixes, a comment that accepts it, its page. */
export function codeActionsOf(request: ActionRequest, context: ActionContext): readonly CodeAction[] {
  const { file, start, end } = request;
  const here = context.findings.filter(
    ({ span }) =>
      span !== undefined && span.file.name === file.name && span.start <= end && start <= span.end,
  );
  const wants = (kind: string) =>
    request.only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
  const quick = wants(CodeActionKind.QuickFix)
    ? [
        ...here.flatMap((finding) => finding.fixes.map((fix) => fixAction(finding, fix, context))),
        ...here.flatMap((finding) => ignoreAction(finding, context)),
        ...explainActions(here, context),
      ]
    : [];
  const all = wants(FIX_ALL) ? fixAllAction(file, context) : [];
  // Its output is looked for only when somebody asks by hand: a client asks at every move of the cursor.
  const asked = request.only === undefined && request.trigger === CodeActionTriggerKind.Invoked;
  return [...quick, ...all, ...(asked ? [outputAction(request, context)] : [])];
}

function fixAction(finding: Diagnostic, { title, edits, safe }: Fix, context: ActionContext): CodeAction {
  return {
    title: capital(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [context.published(finding)],
    isPreferred: safe && finding.fixes.length === 1,
    edit: workspaceEdit(edits, context),
  };
}

function fixAllAction(file: SourceFile, context: ActionContext): readonly CodeAction[] {
  const own = context.findings.filter(({ span }) => span?.file.name === file.name);
  const edits = [...chosenEdits(own, 'safe').values()].flatMap((chosen) => chosen.edits);
  if (edits.length === 0) return [];
  return [
    { title: 'Apply all fixes that keep the meaning', kind: FIX_ALL, edit: workspaceEdit(edits, context) },
  ];
}

/** A comment accepts a warning; why it is fine only a person knows, so that the comment waits for it. */
function ignoreAction(finding: Diagnostic, context: ActionContext): readonly CodeAction[] {
  const edit = ignoreEdit(finding);
  if (edit === undefined) return [];
  return [
    {
      title: `Ignore ${finding.code} here, with a reason`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [context.published(finding)],
      edit: workspaceEdit([edit], context),
    },
  ];
}

/** Returns the edit that adds a comment about a warning above its line, where a comment can stand. */
function ignoreEdit({ code, severity, span }: Diagnostic): Edit | undefined {
  if (severity !== 'warning' || span === undefined || code.startsWith('suppression/')) return undefined;
  const { file } = span;
  const line = commentableLine(file, positionAt(file, span.start).line);
  const at = lineStarts(file)[line - 1] ?? 0;
  const indent = /^[ \t]*/.exec(file.text.slice(at, span.start))?.[0] ?? '';
  const mark = isCode(file) ? '//' : '#';
  const end = file.text.includes('\r\n') ? '\r\n' : '\n';
  const comment = `${indent}${mark} bitesize-ignore ${code}: `;
  // Where it would be a part of a text, it is no comment.
  const text = `${file.text.slice(0, at)}${comment}why${end}${file.text.slice(at)}`;
  const found = findIgnoreComments({ name: file.name, text }).some(
    (each) => each.code === code && each.line === line + 1,
  );
  return found ? { span: { file, start: at, end: at }, text: `${comment}${end}` } : undefined;
}

function explainActions(findings: readonly Diagnostic[], context: ActionContext): readonly CodeAction[] {
  return [...groupBy(findings, ({ code }) => code)].map(([code, of]) => {
    const command: Command = { title: `Explain ${code}`, command: commandNames.explain, arguments: [code] };
    return {
      title: command.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: of.map(context.published),
      command,
    };
  });
}

function outputAction({ file, uri, start }: ActionRequest, { places }: ActionContext): CodeAction {
  const title = 'Show the output that comes from here';
  const position = places.positionAt(file, start);
  return { title, command: { title, command: commandNames.showOutput, arguments: [uri, position] } };
}

/** Returns edits as a client takes them. */
export function workspaceEdit(
  edits: readonly Edit[],
  { places, open, documentChanges }: Pick<ActionContext, 'places' | 'open' | 'documentChanges'>,
): WorkspaceEdit {
  const byFile = groupBy(edits, ({ span }) => span.file.name);
  const files = [...byFile].map(([name, changes]) => {
    const textEdits: TextEdit[] = changes.map(({ span, text }) => ({
      range: places.range(span.file, span),
      newText: text,
    }));
    return { name, uri: places.uriOf(name), edits: textEdits };
  });
  if (!documentChanges) return { changes: Object.fromEntries(files.map(({ uri, edits: of }) => [uri, of])) };
  return {
    documentChanges: files.map(({ name, uri, edits: of }): TextDocumentEdit => {
      const version = open.atPath(places.pathOf(name))?.document.version ?? null;
      return { textDocument: { uri, version }, edits: of };
    }),
  };
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
