import {
  type CancellationToken,
  ErrorCodes,
  type Location,
  MessageType,
  type Position,
  ResponseError,
  ShowDocumentRequest,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { codeDefinition, isCode, pageOf } from '../diagnostics/codes.ts';
import { originsOfLine, outputLinesOf } from '../language/output.ts';
import { completeCompilation } from '../language/workspace.ts';
import { commandNames } from './command-names.ts';
import { pathOfUri } from './file-uri.ts';
import { outputUri, parseOutputUri } from './output-uri.ts';
import { Places } from './places.ts';
import type { ProjectState } from './project-state.ts';
import { answerAbout, guarded, type Session, throwIfCancelled } from './session.ts';

/** A line of the output, as the client is told of it. */
export interface ShownLine {
  /** Path in the output. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** The address of the file in a client that shows texts of servers. */
  readonly uri: string;
}

/** So many lines are named in a message. */
const NAMED = 8;

/** Answers the commands: the page of a finding, the output of a place, the places of a line of output. */
export function serveCommands(session: Session): void {
  const { connection } = session;
  connection.onExecuteCommand(({ command, arguments: given = [] }, token) =>
    guarded(connection, async () => {
      switch (command) {
        case commandNames.explain:
          return explain(session, given[0]);
        case commandNames.showOutput:
          return showOutput(session, token, given[0], given[1]);
        case commandNames.showOrigin:
          return showOrigin(session, token, given);
        default:
          throw invalid(`there is no command \`${command}\``);
      }
    }),
  );
  connection.onRequest('workspace/textDocumentContent', ({ uri }: { uri: unknown }) =>
    guarded(connection, async () => ({ text: (await outputText(session, uri)) ?? '' })),
  );
}

/** Returns the page of a finding as Markdown, and opens it where the client shows files. */
async function explain(session: Session, code: unknown): Promise<{ code: string; markdown: string }> {
  if (typeof code !== 'string' || !isCode(code)) throw invalid('the argument is the code of a finding');
  const { host } = session;
  const path = `compiler/diagnostics/pages/${code}.md`;
  const read = host.readResource(path);
  const markdown = (read.ok ? read.value : pageOf(code)) ?? `# ${code}\n\n${codeDefinition(code).why}\n`;
  const address = read.ok ? host.resourceAddress?.(path) : undefined;
  if (address === undefined || !canShow(session)) say(session, codeDefinition(code).why);
  else show(session, address);
  return { code, markdown };
}

async function showOutput(
  session: Session,
  token: CancellationToken,
  uri: unknown,
  position: unknown,
): Promise<readonly ShownLine[]> {
  if (typeof uri !== 'string' || !isPosition(position))
    throw invalid('the arguments are a URI and a position');
  const lines = await answerAbout(session, uri, token, async ({ state, name, offsetAt }) => {
    await completeCompilation(state.view);
    return outputLinesOf(state.view, name, offsetAt(position)).map(
      ({ path, line }): ShownLine => ({
        path,
        line,
        text: artifactText(state, path)?.split('\n')[line - 1] ?? '',
        uri: outputUri(state.folder, path),
      }),
    );
  });
  const [first] = lines ?? [];
  if (first === undefined || lines === null) {
    say(session, 'nothing of the output comes from here');
    return [];
  }
  if (canShow(session) && canAsk(session)) {
    const at = { line: first.line - 1, character: 0 };
    show(session, first.uri, { start: at, end: { line: first.line - 1, character: first.text.length } });
  } else {
    const named = lines.slice(0, NAMED).map(({ path, line, text }) => `${path}:${line}: ${text.trim()}`);
    const more = lines.length - named.length;
    say(session, [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
  }
  return lines;
}

/** The line is that of an output which the client shows, or of a path in the output of a project. */
async function showOrigin(
  session: Session,
  token: CancellationToken,
  [uri, second, third]: readonly unknown[],
): Promise<readonly Location[]> {
  const output = typeof uri === 'string' ? parseOutputUri(uri) : undefined;
  const path = output?.path ?? second;
  const line = output === undefined ? third : second;
  if (typeof uri !== 'string' || typeof path !== 'string' || typeof line !== 'number' || !(line >= 1))
    throw invalid('the arguments are the URI of an output and a line, or that of a spec, a path and a line');
  const file = pathOfUri(uri);
  const state =
    output !== undefined
      ? await session.projects.stateIn(output.folder)
      : file && (await session.projects.stateOf(file));
  throwIfCancelled(token);
  if (state === undefined || state === '') return [];
  await completeCompilation(state.view);
  const places = new Places(state, session.open);
  const found = originsOfLine(state.view, path, line).flatMap((place) => places.location(place));
  const [first] = found;
  if (first === undefined) say(session, `no spec says what stands in ${path}:${line}`);
  else if (canShow(session)) show(session, first.uri, first.range);
  return found;
}

async function outputText({ projects }: Session, uri: unknown): Promise<string | undefined> {
  const output = typeof uri === 'string' ? parseOutputUri(uri) : undefined;
  const state = output && (await projects.stateIn(output.folder));
  if (state !== undefined) await completeCompilation(state.view);
  return output && state && artifactText(state, output.path);
}

function artifactText({ view }: ProjectState, path: string): string | undefined {
  return view.compilation().artifacts.find((artifact) => artifact.path === path)?.content.text;
}

function canShow({ client }: Session): boolean {
  return client().window?.showDocument?.support === true;
}

/** Whether the client asks for the text of an address that is no file. */
function canAsk({ client }: Session): boolean {
  return client().workspace?.textDocumentContent !== undefined;
}

function show({ connection }: Session, uri: string, selection?: Location['range']): void {
  connection
    .sendRequest(ShowDocumentRequest.type, {
      uri,
      takeFocus: true,
      ...(selection === undefined ? {} : { selection }),
    })
    .catch(() => undefined);
}

function say({ connection }: Session, message: string): void {
  connection
    .sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message })
    .catch(() => undefined);
}

function invalid(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    'character' in value &&
    typeof value.line === 'number' &&
    typeof value.character === 'number'
  );
}
