import { flag, text, texts } from '../../fields.ts';
import type { Things } from '../family.ts';
import { off, optional, preset, required } from './about.ts';

/** Build steps that run a build tool which Jenkins knows. */
export const buildTools: Things = {
  gradle: {
    description: 'Runs Gradle.',
    short: 'tasks',
    fields: {
      tasks: text('The tasks, with blanks between them.', {
        ...optional('the default tasks of the build', 'clean build'),
      }),
      switches: texts('Options of the program.', {
        ...optional('none', ['--stacktrace', '-Pstage=test']),
        secret: true,
      }),
      wrapper: flag('Whether the wrapper of the repository is used.', off),
      executable: flag('Whether the wrapper is made executable first.', off),
      wrapper_location: text('Folder of the wrapper.', {
        ...optional('`root_build_script_dir`, or the top of the workspace', 'tools'),
      }),
      gradle_name: text('Name of the installation of Gradle in Jenkins; without effect beside `wrapper`.', {
        ...preset('(Default)', 'gradle-9'),
      }),
      root_build_script_dir: text('Folder of the build.', optional('the top of the workspace', 'services')),
      build_file: text('The build file.', optional('that of the folder', 'ci.gradle')),
      use_workspace_as_home: flag('Whether Gradle keeps its caches in the workspace.', off),
      system_properties: texts('Properties of the JVM, each as `name=value`.', {
        ...optional('none', ['stage=test']),
        secret: true,
      }),
      pass_system_properties: flag('Whether the parameters of the build become properties of the JVM.', off),
      project_properties: texts('Properties of the project, each as `name=value`.', {
        ...optional('none', ['version=1.0']),
        secret: true,
      }),
      pass_project_properties: flag(
        'Whether the parameters of the build become properties of the project.',
        off,
      ),
    },
    examples: [{ tasks: 'clean build', wrapper: true }],
  },
  maven: {
    description: 'Runs Maven.',
    short: 'goals',
    fields: {
      goals: text('The goals, and options of the program.', {
        ...required('--batch-mode verify'),
        minLength: 1,
        secret: true,
      }),
      maven_version: text('Name of the installation of Maven in Jenkins.', preset('(Default)', 'maven-3.9')),
      pom: text('Path of the POM.', optional('pom.xml at the top of the workspace', 'services/pom.xml')),
      properties: texts('Properties, each as `name=value`.', {
        ...optional('none', ['skipITs=true']),
        secret: true,
      }),
      java_opts: texts('Options of the JVM (MAVEN_OPTS).', optional('none', ['-Xmx1g'])),
      private_repository: flag('Whether the job has a local repository of its own.', off),
      settings: text('Path of the settings of the user.', {
        ...optional('what `settings_file_id` names, or what Jenkins says', 'ci/settings.xml'),
      }),
      settings_file_id: text('Id of a managed file with the settings of the user.', {
        ...optional('what `settings` names, or what Jenkins says', 'maven-settings'),
      }),
      default_settings: flag(
        'Whether the settings of the user are those that Maven finds by itself, whatever Jenkins says for all jobs.',
        off,
      ),
      global_settings: text('Path of the global settings.', {
        ...optional('what `global_settings_file_id` names, or what Jenkins says', 'ci/global.xml'),
      }),
      global_settings_file_id: text('Id of a managed file with the global settings.', {
        ...optional('what `global_settings` names, or what Jenkins says', 'maven-global'),
      }),
      default_global_settings: flag(
        'Whether the global settings are those that Maven finds by itself, whatever Jenkins says for all jobs.',
        off,
      ),
      inject_build_variables: flag('Whether the parameters of the build become properties.', off),
    },
    examples: [{ goals: '--batch-mode verify', maven_version: 'maven-3.9' }],
  },
  ant: {
    description: 'Runs Ant.',
    short: 'targets',
    fields: {
      targets: text('The targets, with blanks between them.', {
        ...optional('the default target of the build file', 'clean dist'),
      }),
      ant_name: text('Name of the installation of Ant in Jenkins.', preset('(Default)', 'ant-1.10')),
      build_file: text('The build file.', optional('build.xml', 'ci/build.xml')),
      properties: texts('Properties, each as `name=value`.', {
        ...optional('none', ['stage=test']),
        secret: true,
      }),
      java_opts: texts('Options of the JVM (ANT_OPTS).', optional('none', ['-Xmx1g'])),
    },
    examples: [{ targets: 'clean dist' }],
  },
  msbuild: {
    description: 'Runs MSBuild.',
    short: 'solution_file',
    fields: {
      solution_file: text('The project or solution.', { ...required('shop.sln'), minLength: 1 }),
      msbuild_version: text('Name of the installation of MSBuild in Jenkins.', {
        ...preset('(Default)', 'msbuild-17'),
      }),
      extra_parameters: text('Options of the program.', {
        ...optional('none', '/maxcpucount'),
        secret: true,
      }),
      pass_build_variables: flag(
        'Whether the parameters of the build become properties.',
        preset(true, false),
      ),
      continue_on_build_failure: flag('Whether the build goes on when MSBuild fails.', off),
      unstable_if_warnings: flag('Whether warnings make the build unstable.', off),
    },
    examples: [{ solution_file: 'shop.sln' }],
  },
  sonar: {
    description: 'Runs the scanner of SonarQube.',
    short: 'project',
    fields: {
      sonar_name: text('Name of the server of SonarQube in Jenkins.', {
        ...optional('the first one', 'sonarqube'),
      }),
      scanner_name: text('Name of the installation of the scanner in Jenkins.', {
        ...optional('the first one', 'scanner-7'),
      }),
      project: text('Path of the file with properties of the analysis.', {
        ...optional('sonar-project.properties', 'ci/sonar.properties'),
      }),
      properties: texts('Properties of the analysis, each as `name=value`.', {
        ...optional('those of the file', ['sonar.sources=src']),
        secret: true,
      }),
      java_opts: texts('Options of the JVM.', optional('none', ['-Xmx1g'])),
      additional_arguments: text('Further arguments of the scanner.', {
        ...optional('none', '-X'),
        secret: true,
      }),
      jdk: text('Name of a JDK of Jenkins.', optional('that of the job', 'jdk21')),
    },
    examples: [{ sonar_name: 'sonarqube', properties: ['sonar.sources=src'] }],
  },
};
