import type { JenkinsModel, Right } from './jenkins-model.ts';
import { pruned } from './remote-tree.ts';

/** What a server answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Who asks, and whether a change needs a crumb. */
export interface Asker {
  readonly name: string;
  readonly rights: ReadonlySet<Right>;
  readonly needsCrumb: boolean;
}

/** Returns data as an answer, as far as `tree` asks for it; a malformed one is 500. */
export function json(model: JenkinsModel, data: object, url: URL): Answer {
  const shown = pruned(data, url.searchParams.get('tree'));
  if (shown === undefined) return page(500);
  return {
    status: 200,
    headers: {
      'content-type': 'application/json;charset=utf-8',
      'x-jenkins': model.version,
      'x-jenkins-session': '0123abcd',
    },
    body: JSON.stringify(shown),
  };
}

/** Returns a configuration as an answer. */
export function xml(text: string): Answer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: text };
}

/** Returns an answer that names what is missing, and to whom. */
export function forbidden(permission: string, name?: string): Answer {
  return page(403, {
    'x-required-permission': permission,
    ...(name === undefined ? {} : { 'x-you-are-authenticated-as': name }),
  });
}

/** Returns a page for people. */
export function page(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html;charset=utf-8', ...headers },
    body: `<!DOCTYPE html><html><body>Status ${status}</body></html>`,
  };
}
