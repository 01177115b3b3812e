import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { GradleBuilder as GradleSpec } from '../../schema/generated/located.ts';
import { given, lines } from '../shared/lines.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { STEPS, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** A run of Gradle. */
export interface GradleBuilder extends ItemNode {
  readonly kind: 'gradle';
  readonly tasks?: Text | undefined;
  readonly switches?: Text | undefined;
  /** The engine's own default is true. */
  readonly useWrapper?: Valued<boolean> | undefined;
  readonly rootBuildScriptDir?: Text | undefined;
  readonly buildFile?: Text | undefined;
  readonly gradleName?: Text | undefined;
}

const made: Thing<GradleBuilder> = {
  kind: 'gradle',
  needs: use(STEPS, 'gradle', 'jobs run Gradle'),
  xml: ({ switches, tasks, rootBuildScriptDir, buildFile, gradleName, useWrapper }) =>
    element('hudson.plugins.gradle.Gradle', [
      leaf('switches', switches ?? ''),
      leaf('tasks', tasks ?? ''),
      leaf('rootBuildScriptDir', rootBuildScriptDir ?? ''),
      leaf('buildFile', buildFile ?? ''),
      leaf('gradleName', gradleName ?? '(Default)'),
      leaf('useWrapper', useWrapper ?? true),
      leaf('makeExecutable', false),
      leaf('useWorkspaceAsHome', false),
      leaf('passAllAsSystemProperties', false),
      leaf('passAllAsProjectProperties', false),
      saved(leaf('wrapperLocation', rootBuildScriptDir ?? ''), 'fromRootBuildScriptDir'),
    ]),
  dsl: (builder, dsl) =>
    dsl.block('gradle', () => {
      dsl.given('tasks', builder.tasks);
      dsl.given('switches', builder.switches);
      dsl.given('useWrapper', builder.useWrapper);
      dsl.given('rootBuildScriptDir', builder.rootBuildScriptDir);
      dsl.given('buildFile', builder.buildFile);
      dsl.given('gradleName', builder.gradleName);
    }),
};

/** Runs Gradle, or the wrapper of the repository (hudson.plugins.gradle.Gradle). */
export const gradleBuilder = orSpec<GradleBuilder, SpecNode<'gradle', GradleSpec>>(made, {
  xml: ({ spec }) =>
    element('hudson.plugins.gradle.Gradle', [
      leaf('switches', lines(spec.switches)),
      leaf('tasks', spec.tasks ?? ''),
      leaf('rootBuildScriptDir', spec.root_build_script_dir ?? ''),
      leaf('buildFile', spec.build_file ?? ''),
      leaf('gradleName', spec.gradle_name),
      leaf('useWrapper', spec.wrapper),
      leaf('makeExecutable', spec.executable),
      leaf('useWorkspaceAsHome', spec.use_workspace_as_home),
      leaf('wrapperLocation', spec.wrapper_location ?? spec.root_build_script_dir ?? ''),
      ...optional('systemProperties', given(lines(spec.system_properties))),
      leaf('passAllAsSystemProperties', spec.pass_system_properties),
      ...optional('projectProperties', given(lines(spec.project_properties))),
      leaf('passAllAsProjectProperties', spec.pass_project_properties),
    ]),
});
