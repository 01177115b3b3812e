import type { GroovyPostbuildPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { secureScript } from './spec-elements.ts';

/** What the plugin calls the consequences of a script that fails. */
const behaviors = { nothing: 0, unstable: 1, failed: 2 } as const;

/** Runs Groovy after the build (`GroovyPostbuildRecorder` of the plugin Groovy Postbuild, read 2026-08). */
export const groovyPostbuild: Thing<SpecNode<'groovy-postbuild', GroovyPostbuildPublisher>> = {
  kind: 'groovy-postbuild',
  needs: elementsOf('groovy-postbuild', 'jobs run Groovy after their build', '2.0'),
  xml: ({ spec }) =>
    element('org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder', [
      secureScript('script', spec.script, spec.sandbox, spec.classpath),
      leaf(
        'behavior',
        spec.on_failure.map((failure) => behaviors[failure]),
      ),
      leaf('runForMatrixParent', spec.matrix_parent),
    ]),
};
