import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type {
  PostbuildscriptFile,
  PostbuildscriptGroovy,
  PostbuildscriptGroovyFile,
  PostbuildscriptPublisher,
  PostbuildscriptSteps,
} from '../../schema/generated/located.ts';
import { type Builder, builders } from '../builders/all-builders.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';
import { elementsOfSpecs } from './spec-elements.ts';

/** Build steps and scripts that run after the build. */
export interface Postbuildscript extends SpecNode<'postbuildscript', PostbuildscriptPublisher> {
  readonly groups: readonly PostbuildStepGroup[];
}

/** Build steps that run after builds with some results. */
export interface PostbuildStepGroup extends ItemNode {
  readonly spec: PostbuildscriptSteps;
  readonly steps: readonly Builder[];
}

const PACKAGE = 'org.jenkinsci.plugins.postbuildscript';

/** The results in the order in which Java's `HashSet` keeps them, and XStream with it. */
const resultsOfSet = ['SUCCESS', 'NOT_BUILT', 'ABORTED', 'FAILURE', 'UNSTABLE'] as const;

/** Runs steps and scripts after the build by the plugin PostBuildScript (`PostBuildScript` 3.4, read 2026-08). */
export const postbuildscript: Thing<Postbuildscript> = {
  kind: 'postbuildscript',
  needs: elementsOf('postbuildscript', 'jobs run steps after their build', '2.11.0'),
  xml: ({ spec, groups }) =>
    element(`${PACKAGE}.PostBuildScript`, [
      element('config', [
        element('scriptFiles', [
          ...spec.generic_script.map((file) => fileElement(file, 'GENERIC', false)),
          ...spec.groovy_script.map((file) => fileElement(file, 'GROOVY', file.sandbox)),
        ]),
        elementsOfSpecs('groovyScripts', spec.groovy, (script) =>
          element(`${PACKAGE}.model.Script`, [
            ...when(script),
            leaf('content', script.content),
            leaf('sandboxed', script.sandbox),
          ]),
        ),
        element('buildSteps', groups.map(groupElement)),
        leaf('markBuildUnstable', spec.mark_unstable_if_failed),
      ]),
    ]),
  inside: ({ groups }, needs) => {
    for (const { steps } of groups) builders.needs(steps, needs);
  },
};

function groupElement({ spec, steps, origin }: PostbuildStepGroup): XmlElement {
  return from(
    origin,
    element(`${PACKAGE}.model.PostBuildStep`, [
      ...when(spec),
      element('buildSteps', builders.plain(steps)),
      leaf('stopOnFailure', spec.stop_on_failure),
    ]),
  );
}

function fileElement(
  file: PostbuildscriptFile | PostbuildscriptGroovyFile,
  type: 'GENERIC' | 'GROOVY',
  sandboxed: PostbuildscriptGroovyFile['sandbox'] | false,
): XmlElement {
  return from(
    file.$.origin,
    element(`${PACKAGE}.model.ScriptFile`, [
      ...when(file),
      leaf('filePath', file.file_path),
      leaf('scriptType', type),
      leaf('sandboxed', sandboxed),
    ]),
  );
}

/** Where and after which results something runs, as `PostBuildItem` saves it. */
function when({
  build_on: results,
  role,
  execute_on: executeOn,
}: Pick<PostbuildscriptGroovy, 'build_on' | 'role' | 'execute_on'>): XmlElement[] {
  const chosen = resultsOfSet.flatMap((name) => results.filter(({ value }) => value === name).slice(0, 1));
  return [
    element(
      'results',
      results.length === 0 ? [leaf('string', 'SUCCESS')] : chosen.map((result) => leaf('string', result)),
    ),
    leaf('role', role),
    leaf(
      'executeOn',
      executeOn.map((value) => value.toUpperCase()),
    ),
  ];
}
