import type { PortAllocatorWrapper } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** `_` of the package, as XStream writes it. */
const PACKAGE = 'org.jvnet.hudson.plugins.port__allocator';

/** Gives builds ports of their own, by the Port Allocator plugin (`PortAllocator`, read 2026-11). */
export const portAllocator: Thing<SpecNode<'port-allocator', PortAllocatorWrapper>> = {
  kind: 'port-allocator',
  needs: elementsOf('port-allocator', 'jobs need free ports'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.PortAllocator`, [
      element(
        'ports',
        spec.names.map((name) => element(`${PACKAGE}.DefaultPortType`, [leaf('name', name)])),
      ),
    ]),
};
