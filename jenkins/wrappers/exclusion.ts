import type { ExclusionWrapper } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

const PACKAGE = 'org.jvnet.hudson.plugins.exclusion';

/** Gives each resource to one build at a time, by the Exclusion plugin (`IdAllocator`, read 2026-11). */
export const exclusion: Thing<SpecNode<'exclusion', ExclusionWrapper>> = {
  kind: 'exclusion',
  needs: elementsOf('Exclusion', 'jobs share resources one after the other', '0.12'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.IdAllocator`, [
      element(
        'ids',
        spec.resources.map((name) =>
          // The form of IdType makes capitals of all names; reading config.xml does not.
          element(`${PACKAGE}.DefaultIdType`, [
            leaf(
              'name',
              name.map((text) => text.toUpperCase()),
            ),
          ]),
        ),
      ),
    ]),
};
