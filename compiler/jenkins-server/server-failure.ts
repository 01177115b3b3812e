import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { TOKEN_HELP } from './login.ts';

/** Why a server did not give what it was asked for. */
export type ServerFailure =
  | {
      readonly kind: 'unreachable' | 'certificate' | 'bad-answer';
      readonly url: string;
      readonly reason: string;
    }
  /** The user and the token are not taken. */
  | { readonly kind: 'login'; readonly url: string; readonly user: string | undefined }
  /** The user lacks a permission, which is named as far as Jenkins says it. */
  | {
      readonly kind: 'forbidden';
      readonly url: string;
      readonly user: string | undefined;
      readonly permission: string | undefined;
    }
  | { readonly kind: 'missing'; readonly url: string }
  | { readonly kind: 'redirect'; readonly url: string; readonly target: string }
  | { readonly kind: 'status'; readonly url: string; readonly status: number }
  | { readonly kind: 'cancelled' };

/** What a server was asked for, or why it did not give it. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ServerFailure };

/** Returns whether the same would happen to whatever else is asked. */
export function endsAll({ kind }: ServerFailure): boolean {
  return ['unreachable', 'certificate', 'login', 'cancelled'].includes(kind);
}

/** Returns why something of a server is not read, as the end of a sentence. */
export function reasonOf(failure: ServerFailure): string {
  switch (failure.kind) {
    case 'unreachable':
    case 'certificate':
    case 'bad-answer':
      return failure.reason;
    case 'login':
      return 'the login is not taken';
    case 'forbidden':
      return failure.permission === undefined
        ? 'it is forbidden'
        : `the permission \`${failure.permission}\` is missing`;
    case 'missing':
      return 'it is not there, or may not be seen';
    case 'redirect':
      return `it leads to \`${failure.target}\``;
    case 'status':
      return `the server answers ${failure.status}`;
    case 'cancelled':
      return 'it was cancelled';
  }
}

/** Returns what to tell about a failure that ends everything; nothing when the user wanted the end. */
export function failureFindings(failure: ServerFailure): readonly Diagnostic[] {
  switch (failure.kind) {
    case 'unreachable':
      return [
        diagnose('server/unreachable', failure, undefined, {
          help: 'try again: what was read is kept; `HTTPS_PROXY` and `NO_PROXY` say how the server is reached',
        }),
      ];
    case 'certificate':
      return [
        diagnose('server/certificate', failure, undefined, {
          help: 'name the certificate of the authority that signed it with `--ca-file`',
        }),
      ];
    case 'login':
    case 'forbidden':
      return [loginFinding(failure)];
    case 'redirect':
      return [diagnose('server/redirect', failure, undefined, { help: redirectHelp(failure) })];
    case 'cancelled':
      return [];
    default:
      return [
        diagnose('server/bad-answer', { url: failure.url, problem: reasonOf(failure) }, undefined, {
          help: badAnswerHelp(failure),
        }),
      ];
  }
}

function badAnswerHelp(failure: ServerFailure): string {
  // The address is right, and whoever answers there cannot, or has too much to do.
  if (failure.kind === 'status' && (failure.status >= 500 || failure.status === 429))
    return 'try again later; the log of Jenkins, or of the proxy before it, says why';
  return 'name the address under which the start page of Jenkins is shown, with its path, such as `/jenkins`';
}

function loginFinding(failure: Extract<ServerFailure, { kind: 'login' | 'forbidden' }>): Diagnostic {
  const { kind, user } = failure;
  if (user === undefined)
    return diagnose('server/login', { problem: 'the server shows nothing without a login' }, undefined, {
      help: ['set JENKINS_USER and JENKINS_TOKEN, or add the host to ~/.netrc', TOKEN_HELP],
    });
  if (kind === 'login')
    return diagnose(
      'server/login',
      { problem: `the server does not take user \`${user}\` with this token` },
      undefined,
      { help: ['look for a typing mistake, and for a token that was revoked', TOKEN_HELP] },
    );
  return diagnose('server/login', { problem: `user \`${user}\` may not see the server` }, undefined, {
    help: `give the user the permission \`${failure.permission ?? 'hudson.model.Hudson.Read'}\``,
  });
}

function redirectHelp({ url, target }: { readonly url: string; readonly target: string }): string {
  const isSecure = url.startsWith('http:') && target.startsWith('https:');
  if (isSecure && new URL(url).hostname === new URL(target).hostname)
    return 'name the address with `https:`, so that the token never goes without TLS';
  return 'name the address of Jenkins itself; where a login page stands before it, an API token has to pass it';
}
