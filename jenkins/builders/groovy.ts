import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { STEPS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, typed } from '../shared/xml.ts';

/** A Groovy script in a process of its own. */
export interface GroovyBuilder extends ItemNode {
  readonly kind: 'groovy';
  readonly script: Text;
}

/** A Groovy script inside the controller; needs approval of an administrator. */
export interface SystemGroovyBuilder extends ItemNode {
  readonly kind: 'system-groovy';
  readonly script: Text;
}

const reason = 'jobs run Groovy scripts';

/** Runs a Groovy script in a process of its own. */
export const groovyBuilder: Thing<GroovyBuilder> = {
  kind: 'groovy',
  needs: use(STEPS, 'groovyCommand', reason),
  xml: ({ script }) =>
    element('hudson.plugins.groovy.Groovy', [
      leaf('groovyName', '(Default)'),
      leaf('parameters', ''),
      leaf('scriptParameters', ''),
      leaf('javaOpts', ''),
      leaf('classPath', ''),
      typed('scriptSource', 'hudson.plugins.groovy.StringScriptSource', [leaf('command', script)]),
      leaf('properties', ''),
    ]),
  dsl: ({ script }, dsl) => dsl.call('groovyCommand', script),
};

/** Runs a Groovy script inside the controller. */
export const systemGroovyBuilder: Thing<SystemGroovyBuilder> = {
  kind: 'system-groovy',
  needs: use(STEPS, 'systemGroovyCommand', reason),
  xml: ({ script }) =>
    element('hudson.plugins.groovy.SystemGroovy', [
      leaf('bindings', ''),
      typed('source', 'hudson.plugins.groovy.StringSystemScriptSource', [
        element('script', [leaf('script', script), leaf('sandbox', false), element('classpath')]),
      ]),
    ]),
  dsl: ({ script }, dsl) => dsl.call('systemGroovyCommand', script),
};
