import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { readGitUrl } from '../../util/git-url.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';

/** What git does not take for the URL that its author had in mind, and branches that no repository can have. */
export const gitUrlsRule: Rule = {
  name: 'git-urls',
  *check(specs) {
    for (const url of [...checkoutUrls(specs), ...gistUrls(specs)]) {
      const read = readGitUrl(url.value);
      if (read.kind === 'wrong') yield wrongUrl(url, read.problem, read.meant);
    }
    for (const branch of branchesOf(specs)) {
      const problem = branchProblem(branch.value);
      if (problem !== undefined) yield wrongBranch(branch, problem);
    }
  },
};

/** Returns the URLs of the repositories that jobs check out. */
export function* checkoutUrls(specs: Specs): Generator<Sourced<string>> {
  for (const { repository } of specs.build?.components ?? []) if (repository) yield repository.git;
  for (const { tests } of specs.environments?.environments ?? []) {
    for (const { repository } of tests) if (repository) yield repository;
  }
  const { repository } = settingsOf(specs).seed;
  if (repository) yield repository;
}

/** Nothing is fetched from the repository of gists, which an engine has read. */
function* gistUrls(specs: Specs): Generator<Sourced<string>> {
  for (const { gists_repository: gists } of specs.environments?.environments ?? []) {
    if (gists) yield gists.remote;
  }
}

function* branchesOf(specs: Specs): Generator<Sourced<string>> {
  for (const { repository } of specs.build?.components ?? []) if (repository) yield repository.branch;
  for (const { tests } of specs.environments?.environments ?? [])
    for (const { branch } of tests) yield branch;
  yield settingsOf(specs).seed.branch;
}

function wrongUrl(url: Sourced<string>, problem: string, meant: string | undefined): Diagnostic {
  const span = at(url);
  const parameters = { url: url.value, problem };
  if (meant === undefined) {
    const help = 'write `git@HOST:PATH`, `ssh://git@HOST:PORT/PATH` or `https://HOST/PATH`';
    return diagnose('check/git-url', parameters, span, { help });
  }
  return diagnose('check/git-url', parameters, span, {
    help: `did you mean \`${meant}\`?`,
    fixes:
      span === undefined
        ? []
        : [{ title: `write \`${meant}\``, edits: [{ span, text: meant }], safe: false }],
  });
}

/**
 * Returns why no branch can have a name, or undefined. Follows `git help check-ref-format`; the git plugin takes patterns
 * (`*`), regular expressions (`:...`) and variables (`$`), too.
 */
function branchProblem(branch: string): string | undefined {
  if (branch.startsWith(':') || branch.includes('$')) return undefined;
  if (/\s/.test(branch)) return 'it has a blank in it';
  if (branch.includes('..')) return 'it has two dots in a row';
  if (branch.startsWith('/') || branch.endsWith('/')) return 'it starts or ends with a slash';
  if (branch.includes('//')) return 'it has two slashes in a row';
  const character = /[~^:?[\\]/.exec(branch)?.[0];
  if (character !== undefined) return `it has \`${character}\` in it`;
  return branch.endsWith('.lock') || branch.endsWith('.') ? 'it ends with a dot or `.lock`' : undefined;
}

function wrongBranch(branch: Sourced<string>, problem: string): Diagnostic {
  return diagnose('check/git-branch', { branch: branch.value, problem }, at(branch), {
    help: 'write the branch as `git branch` shows it, such as `main`',
  });
}
