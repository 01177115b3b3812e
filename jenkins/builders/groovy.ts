import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text } from '../../compiler/text/traced-text.ts';
import type {
  GroovyBuilder as GroovySpec,
  SystemGroovyBuilder as SystemGroovySpec,
} from '../../schema/generated/located.ts';
import { given, lines } from '../shared/lines.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { STEPS, use } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

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

const PACKAGE = 'hudson.plugins.groovy';
const reason = 'jobs run Groovy scripts';

const madeGroovy: Thing<GroovyBuilder> = {
  kind: 'groovy',
  needs: use(STEPS, 'groovyCommand', reason),
  xml: ({ script }) =>
    element(`${PACKAGE}.Groovy`, [
      leaf('groovyName', '(Default)'),
      leaf('parameters', ''),
      leaf('scriptParameters', ''),
      leaf('javaOpts', ''),
      leaf('classPath', ''),
      typed('scriptSource', `${PACKAGE}.StringScriptSource`, [leaf('command', script)]),
      leaf('properties', ''),
    ]),
  dsl: ({ script }, dsl) => dsl.call('groovyCommand', script),
};

/** Runs a Groovy script in a process of its own (hudson.plugins.groovy.Groovy). */
export const groovyBuilder = orSpec<GroovyBuilder, SpecNode<'groovy', GroovySpec>>(madeGroovy, {
  xml: ({ spec }) =>
    element(`${PACKAGE}.Groovy`, [
      spec.command === undefined
        ? fileSource('scriptSource', 'FileScriptSource', spec.file)
        : typed('scriptSource', `${PACKAGE}.StringScriptSource`, [leaf('command', spec.command)]),
      leaf('groovyName', spec.version),
      leaf('parameters', spec.parameters ?? ''),
      leaf('scriptParameters', spec.script_parameters ?? ''),
      leaf('properties', lines(spec.properties)),
      leaf('javaOpts', spec.java_opts ?? ''),
      leaf('classPath', lines(spec.class_path)),
    ]),
});

const madeSystemGroovy: Thing<SystemGroovyBuilder> = {
  kind: 'system-groovy',
  needs: use(STEPS, 'systemGroovyCommand', reason),
  xml: ({ script }) =>
    element(`${PACKAGE}.SystemGroovy`, [
      leaf('bindings', ''),
      typed('source', `${PACKAGE}.StringSystemScriptSource`, [
        element('script', [leaf('script', script), leaf('sandbox', false), element('classpath')]),
      ]),
    ]),
  dsl: ({ script }, dsl) => dsl.call('systemGroovyCommand', script),
};

/** Runs a Groovy script inside the controller (hudson.plugins.groovy.SystemGroovy). */
export const systemGroovyBuilder = orSpec<SystemGroovyBuilder, SpecNode<'system-groovy', SystemGroovySpec>>(
  madeSystemGroovy,
  {
    xml: ({ spec }) =>
      element(`${PACKAGE}.SystemGroovy`, [
        spec.command === undefined
          ? fileSource('source', 'FileSystemScriptSource', spec.file)
          : typed('source', `${PACKAGE}.StringSystemScriptSource`, [
              element('script', [
                leaf('script', spec.command),
                leaf('sandbox', spec.sandbox),
                element(
                  'classpath',
                  spec.class_path.map((url) => element('entry', [leaf('url', url)])),
                ),
              ]),
            ]),
        ...optional('bindings', given(lines(spec.bindings))),
      ]),
  },
);

function fileSource(name: string, type: string, file: Text | undefined): XmlElement {
  return typed(name, `${PACKAGE}.${type}`, [leaf('scriptFile', file ?? '')]);
}
