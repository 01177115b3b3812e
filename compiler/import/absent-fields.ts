import type { Tree } from './tree.ts';
import { field } from './tree-parts.ts';

/** What a class makes of a field that has no element when it is read, other than false, 0 or nothing. */
interface AbsentFields {
  readonly of: readonly string[];
  /** Where the class does it: `readResolve`, unless something else is named. */
  readonly source: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The classes that are known to do that. */
export const absentFields: readonly AbsentFields[] = [
  {
    of: ['hudson.tasks.ArtifactArchiver'],
    source: 'core 2.579',
    fields: { defaultExcludes: 'true', caseSensitive: 'true', followSymlinks: 'true' },
  },
  {
    of: ['hudson.tasks.Fingerprinter'],
    source: 'core 2.579',
    fields: { defaultExcludes: 'true', caseSensitive: 'true' },
  },
  {
    of: ['hudson.model.RunParameterDefinition'],
    source: 'core 2.579, getFilter',
    fields: { filter: 'ALL' },
  },
  { of: ['hudson.tasks.Maven'], source: 'core 2.579', fields: { injectBuildVariables: 'true' } },
  {
    of: [
      'org.jenkinsci.plugins.postbuildscript.model.PostBuildStep',
      'org.jenkinsci.plugins.postbuildscript.model.Script',
      'org.jenkinsci.plugins.postbuildscript.model.ScriptFile',
    ],
    source: 'postbuildscript 2026-07, PostBuildItem',
    fields: { role: 'BOTH', executeOn: 'BOTH' },
  },
  {
    of: ['com.chikli.hudson.plugin.naginator.NaginatorPublisher'],
    source: 'naginator 2026-02',
    fields: { regexpForMatrixStrategy: 'TestParent' },
  },
  {
    of: ['com.tikal.jenkins.plugins.multijob.PhaseJobsConfig'],
    source: 'jenkins-multijob-plugin 2024-08',
    fields: { killPhaseOnJobResultCondition: 'NEVER' },
  },
  {
    of: ['org.jenkinsci.plugins.workflow.multibranch.WorkflowBranchProjectFactory'],
    source: 'workflow-multibranch 2026-04',
    fields: { scriptPath: 'Jenkinsfile' },
  },
  { of: ['htmlpublisher.HtmlPublisherTarget'], source: 'htmlpublisher 2026', fields: { includes: '**/*' } },
  { of: ['hudson.plugins.ws__cleanup.Pattern'], source: 'ws-cleanup 2026-04', fields: { type: 'INCLUDE' } },
  {
    of: ['com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTrigger'],
    source: 'gerrit-trigger 2026',
    fields: { changeSubjectParameterMode: 'PLAIN', commentTextParameterMode: 'PLAIN' },
  },
  {
    of: ['com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTriggerBuildChooser'],
    source: 'gerrit-trigger 2026-06, a constant',
    fields: { separator: '#' },
  },
];

const known = new Map(absentFields.flatMap(({ of, fields }) => of.map((name) => [name, fields] as const)));

/** Returns an element with the fields that it is read as having. */
export function withAbsentFields(tree: Tree): Tree {
  const fields = known.get(tree.attributes.class ?? tree.name);
  if (fields === undefined) return tree;
  const absent = Object.entries(fields).filter(
    ([name]) => !tree.children.some((child) => child.name === name),
  );
  if (absent.length === 0) return tree;
  return {
    ...tree,
    text: '',
    children: [...tree.children, ...absent.map(([name, text]) => field(name, text))],
  };
}
