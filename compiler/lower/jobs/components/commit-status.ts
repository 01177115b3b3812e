import type { Component } from '../../../../schema/generated/located.ts';
import { type CommitStatus, commitStatusOf, type StatusForge } from '../../../link/commit-status.ts';
import { shellWord } from '../../../print/shell-word.ts';
import { fromSeveral, type Origin } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { githubApi } from '../../../util/github-api.ts';
import { sha256 } from '../../../util/sha256.ts';
import { withoutSlashesAtEnd } from '../../../util/without-slashes.ts';
import { fullName, type JobScope } from '../job-scope.ts';
import { inOrder, type ScriptPart, scriptPart, within } from '../pipeline-script.ts';
import { pipelineBinding } from '../publish/publications.ts';
import { renderScript } from '../render-script.ts';
import type { ScriptWithMethods } from './component-pod.ts';

/** How a forge is told about a commit. */
interface StatusApi {
  /** What it calls a build that runs, that went well, and that did not. */
  readonly states: readonly [string, string, string];
  /** The address below that of the server, before and behind the commit. */
  readonly address: (status: CommitStatus) => readonly [string, string];
  /** The fields beside `state`, for the name of the status and the address of the build. */
  readonly fields: (name: string, url: string) => Readonly<Record<string, string>>;
  /** The header that holds a token. */
  readonly token: string;
}

/**
 * The statuses of commits as the forges document them: GitHub's "Create a commit status", GitLab's "Set commit pipeline
 * status", and Bitbucket's as its branch source sends them (`CloudBuildStatusNotifier`, `ServerBuildStatusNotifier`, read
 * 2026-11). No plugin does it for all three in a job with a plain checkout: that of Bitbucket asks for its own branch
 * source, and those of GitHub and GitLab for another credential than pull requests have.
 */
const apis: Readonly<Record<StatusForge, StatusApi>> = {
  github: {
    states: ['pending', 'success', 'failure'],
    address: ({ url, owner, name }) => [`${githubApi(url)}/repos/${path(owner, name)}/statuses/`, ''],
    fields: (context, url) => ({ context, target_url: url }),
    token: 'Authorization: Bearer ',
  },
  gitlab: {
    states: ['running', 'success', 'failed'],
    address: ({ url, owner, name }) => [
      `${withoutSlashesAtEnd(url)}/api/v4/projects/${path(`${owner}/${name}`)}/statuses/`,
      '',
    ],
    fields: (name, url) => ({ name, target_url: url }),
    token: 'PRIVATE-TOKEN: ',
  },
  bitbucket: {
    states: ['INPROGRESS', 'SUCCESSFUL', 'FAILED'],
    address: ({ url, owner, name }) =>
      /^https?:\/\/bitbucket\.org\/*$/i.test(url)
        ? [`https://api.bitbucket.org/2.0/repositories/${path(owner, name)}/commit/`, '/statuses/build']
        : [
            `${withoutSlashesAtEnd(url)}/rest/api/1.0/projects/${path(owner)}/repos/${path(name)}/commits/`,
            '/builds',
          ],
    fields: (name, url) => ({ key: shortKey(name), name, url }),
    token: 'Authorization: Bearer ',
  },
};

function path(...parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

/** A key of Bitbucket has 40 characters at most. */
function shortKey(name: string): string {
  return name.length > 40 ? sha256(name).slice(0, 40) : name;
}

/**
 * Returns a part whose start and end the forge is told, for the commit that was checked out; nothing where nobody asks
 * for it. The name of the status is that of the job, so that two components of one repository have one each.
 */
export function withCommitStatus(
  scope: JobScope,
  component: Component,
  part: ScriptPart,
): ScriptWithMethods | undefined {
  const status = commitStatusOf(component, scope.settings);
  if (status === undefined || 'problem' in status) return undefined;
  const origin = originOf(component, status);
  const [running, passed, failed] = apis[status.forge.value].states;
  return {
    part: inOrder([
      scriptPart('commit-status-start.groovy', { running, failed, origin }),
      within(
        'try',
        [],
        inOrder([part, scriptPart('commit-status-passed.groovy', { passed, origin })]),
        origin,
      ),
      within(
        'finally',
        [],
        scriptPart('statement.groovy', { call: "reportStatus(source.get('GIT_COMMIT'), status)" }),
        origin,
      ),
    ]),
    methods: [
      scriptPart(
        'commit-status.groovy',
        {
          binding: pipelineBinding(
            status.withToken
              ? { kind: 'string', variable: 'STATUS_TOKEN', credentials: status.credentials, origin }
              : {
                  kind: 'username-password',
                  usernameVariable: 'STATUS_USERNAME',
                  passwordVariable: 'STATUS_PASSWORD',
                  credentials: status.credentials,
                  origin,
                },
          ),
          script: statusScript(scope, component, status),
          origin,
        },
        ['withCredentials', 'withEnv', 'sh'],
      ),
    ],
  };
}

function originOf({ commit_status: wanted }: Component, { forge }: CommitStatus): Origin {
  return fromSeveral([wanted.origin, forge.origin]);
}

function statusScript(scope: JobScope, component: Component, status: CommitStatus) {
  const { address, fields, token } = apis[status.forge.value];
  const [before, after] = address(status);
  const place = status.server?.url.origin;
  const url: Sourced<string> = sourced(
    `${shellWord(before)}"$STATUS_COMMIT"${shellWord(after)}`.replace(/''$/, ''),
    fromSeveral([status.forge.origin, ...(place === undefined ? [] : [place])]),
  );
  const name = fullName(scope, component.name);
  return renderScript('commit-status.sh', {
    withToken: status.withToken,
    token,
    url,
    body: sourced(printfFormat(fields(name.value, PLACE)), name.origin),
  });
}

/** Stands in the format for the address of the build. */
const PLACE = '%s';

/** Returns the body as a format of `printf`, which puts the state and the address of the build into it. */
function printfFormat(fields: Readonly<Record<string, string>>): string {
  const entries = Object.entries(fields).map(([key, value]) => {
    const text =
      value === PLACE ? '"%s"' : JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll('%', '%%');
    return `"${key}": ${text}`;
  });
  return `{"state": "%s", ${entries.join(', ')}}`;
}
