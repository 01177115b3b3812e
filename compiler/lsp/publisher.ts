import type { Connection, Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { groupBy } from '../util/group-by.ts';
import { uriOfPath } from './file-uri.ts';
import type { OpenDocuments } from './open-documents.ts';
import { Places } from './places.ts';
import type { ProjectState } from './project-state.ts';
import { type FindingContext, publishedFinding, shownIn } from './published-findings.ts';

/** Tells the client the findings of each file, and of a file that has none any more that it has none. */
export class Publisher {
  private readonly connection: Connection;
  private readonly open: OpenDocuments;
  private readonly context: () => Omit<FindingContext, 'places'>;
  /** What each project says of each file: a file that several share has the findings of all of them. */
  private readonly byProject = new Map<string, ReadonlyMap<string, readonly LspDiagnostic[]>>();
  private readonly told = new Map<string, string>();

  constructor(connection: Connection, open: OpenDocuments, context: () => Omit<FindingContext, 'places'>) {
    this.connection = connection;
    this.open = open;
    this.context = context;
  }

  /** Tells what was found in a project; of its open files even when it is the same, since their text is another one. */
  publish(state: ProjectState): void {
    const places = new Places(state, this.open);
    const context = { ...this.context(), places };
    const { names } = state.files;
    const byName = groupBy(state.findings, (finding) => shownIn(finding, names) ?? '');
    const found = new Map<string, readonly LspDiagnostic[]>();
    for (const name of names) found.set(places.pathOf(name), []);
    for (const [name, findings] of byName)
      if (name !== '')
        found.set(
          places.pathOf(name),
          findings.map((finding) => publishedFinding(finding, context)),
        );
    const before = this.byProject.get(state.folder)?.keys() ?? [];
    this.byProject.set(state.folder, found);
    for (const path of new Set([...found.keys(), ...before])) this.tell(path, found.has(path));
  }

  /** A folder is no project any more. */
  forget(folder: string): void {
    const before = this.byProject.get(folder)?.keys() ?? [];
    this.byProject.delete(folder);
    for (const path of before) this.tell(path, false);
  }

  private tell(path: string, isLookedAt: boolean): void {
    const findings = new Map<string, LspDiagnostic>();
    for (const found of this.byProject.values())
      for (const finding of found.get(path) ?? []) findings.set(JSON.stringify(finding), finding);
    const now = JSON.stringify([...findings.keys()]);
    const text = this.open.atPath(path);
    if (!(text !== undefined && isLookedAt) && now === (this.told.get(path) ?? '[]')) return;
    if (findings.size === 0) this.told.delete(path);
    else this.told.set(path, now);
    this.connection
      .sendDiagnostics({
        uri: text?.uri ?? uriOfPath(path),
        ...(text === undefined ? {} : { version: text.document.version }),
        diagnostics: [...findings.values()],
      })
      // The client is gone: its end is told in another way.
      .catch(() => undefined);
  }
}
