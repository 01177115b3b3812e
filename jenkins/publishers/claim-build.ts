import type { ClaimBuildPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element } from '../shared/xml.ts';

/** Lets people claim builds that are broken, by the plugin Claim. */
export const claimBuild: Thing<SpecNode<'claim-build', ClaimBuildPublisher>> = {
  kind: 'claim-build',
  needs: elementsOf('claim', 'people claim broken builds'),
  xml: () => element('hudson.plugins.claim.ClaimPublisher'),
};
