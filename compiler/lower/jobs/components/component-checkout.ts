import type { Component } from '../../../../schema/generated/located.ts';
import { forgeOf } from '../../../link/link-requests.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { type ScriptPart, scriptPart } from '../pipeline-script.ts';
import { type BuildPurpose, isOwnBranch } from './component-places.ts';

/**
 * Returns the checkout; `source` holds the variables that tell what was checked out. What a pull request is made of,
 * its branch source knows.
 */
export function checkout(component: Component, purpose: BuildPurpose): readonly ScriptPart[] {
  const { repository } = component;
  if (repository === undefined) return [];
  const { git: url, branch, credentials, $ } = repository;
  if (purpose === 'pull-request' && forgeOf(repository)?.value === 'gerrit')
    return [
      scriptPart('checkout-change.groovy', { url, credentials, origin: $.origin }, [
        'stage',
        'checkout',
        'scmGit',
        'error',
      ]),
    ];
  if (purpose === 'pull-request')
    return [
      scriptPart('checkout-request.groovy', { isOwn: proofOf(component), origin: $.origin }, [
        'stage',
        'checkout',
      ]),
    ];
  return [
    scriptPart('checkout.groovy', { url, branch, credentials, origin: $.origin }, [
      'stage',
      'checkout',
      'scmGit',
    ]),
  ];
}

/**
 * Returns when a pull request has to prove that it is of the repository's own, in Groovy; undefined for never. The source
 * of GitHub compares the owners of the two repositories, not the repositories, and gives a deleted fork no name
 * (`PullRequestSCMHead` of github-branch-source, `BranchNameContributor` of branch-api, read 2026-11); the others compare
 * the repositories.
 */
function proofOf({ repository, pull_requests: requests }: Component): string | undefined {
  if (repository === undefined || requests === undefined || requests.forks.value === 'secrets')
    return undefined;
  if (forgeOf(repository)?.value !== 'github') return undefined;
  return isOwnBranch('github', requests.forks.value);
}

const whose = fromPolicy(
  'Only people who may write to the repository make branches in it: what its branch has is theirs.',
);

/** Returns the methods by which a pull request proves that it is of the repository's own. */
export function ownBranchMethods(component: Component, purpose: BuildPurpose): readonly ScriptPart[] {
  const { repository } = component;
  if (purpose !== 'pull-request' || repository === undefined || proofOf(component) === undefined) return [];
  const { git: url, credentials } = repository;
  return [
    scriptPart('own-branch.groovy', { url, credentials, why: whose }, [
      'checkout',
      'scmGit',
      'withEnv',
      'sh',
      'error',
    ]),
  ];
}
