import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { BitbucketTrigger } from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { TRIGGERS, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Builds when a forge calls the webhook. */
export interface Push<Kind extends string> extends ItemNode {
  readonly kind: Kind;
}

/** Builds when GitHub calls the webhook. */
export const githubPush: Thing<Push<'github-push'>> = {
  kind: 'github-push',
  needs: use(TRIGGERS, 'githubPush', 'GitHub starts jobs by its webhook'),
  xml: () => element('com.cloudbees.jenkins.GitHubPushTrigger', [leaf('spec', '')]),
  dsl: (_, dsl) => dsl.call('githubPush'),
};

/** Builds when Bitbucket calls the webhook. */
export interface BitbucketPush extends Push<'bitbucket-push'> {
  /** What a spec says of it; nothing more than that it is there when it is absent. */
  readonly spec?: BitbucketTrigger | undefined;
}

/** Builds when Bitbucket calls the webhook (`BitBucketTrigger`, read 2026-11). */
export const bitbucketPush: Thing<BitbucketPush> = {
  kind: 'bitbucket-push',
  needs: use(TRIGGERS, 'bitbucketPush', 'Bitbucket starts jobs by its webhook'),
  xml: ({ spec }) =>
    element('com.cloudbees.jenkins.plugins.BitBucketTrigger', [
      leaf('spec', ''),
      ...(spec === undefined ? [] : bitbucketContent(spec)),
    ]),
  dsl: (_, dsl) => dsl.call('bitbucketPush'),
};

function bitbucketContent(spec: BitbucketTrigger): XmlElement[] {
  return [
    ...optional('overrideUrl', spec.override_url),
    leaf('buildOnCreatedBranch', spec.build_on_created_branch),
    ...optional('webhookSecret', spec.webhook_secret),
  ].map((each) => saved(each));
}
