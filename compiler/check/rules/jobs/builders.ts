import type {
  CopyArtifactsBuilder,
  JobBuilder,
  MultijobBuilderProject,
  TriggerBuilderProject,
} from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { isWritten, keyOf, type Rule } from '../rule.ts';
import { controllerScript, isPlainExpression } from './controller-scripts.ts';
import { eachItem, type Item, type ThingChecks, thingFindings } from './each-item.ts';
import { atLeastOne, atMostOne, exactlyOne, needs, noEffect } from './fields-beside.ts';

/**
 * Build steps of jobs, and axes: fields that need or exclude each other. What a job says may stand in the defaults of
 * its kind.
 */
export const jobBuildersRule: Rule = {
  name: 'job-builders',
  *check({ jobs: spec }) {
    for (const { matrix } of spec?.jobs ?? [])
      if (matrix && !(spec?.defaults.matrix && isWritten(spec.defaults.matrix, 'axes')))
        yield* needs(matrix, 'kind: matrix', 'axes');
    for (const { kind, item } of eachItem(spec)) {
      for (const { step, mayBePhase } of stepsOf(item, kind)) {
        yield* thingFindings(step, checks);
        if (step.multijob && !mayBePhase)
          yield diagnose(
            'job/wrong-kind',
            { what: 'build step', name: 'multijob', kind },
            keyOf(step, 'multijob'),
            {
              help: 'write `kind: multijob`, or start the jobs by `trigger`',
            },
          );
      }
    }
  },
};

interface FoundStep {
  readonly step: JobBuilder;
  /** Whether it is a step of a multijob, where phases may stand. */
  readonly mayBePhase: boolean;
}

/** The steps of a job or of the defaults, with those inside conditional steps, before checkouts and after builds. */
function* stepsOf(
  { builders = [], wrappers = [], publishers = [] }: Item,
  kind: string,
): Generator<FoundStep> {
  yield* withInner(builders, kind === 'multijob');
  for (const wrapper of wrappers)
    for (const step of wrapper['pre-scm-buildstep']?.steps ?? []) yield* withInner([step], false);
  for (const { postbuildscript } of publishers)
    for (const { build_steps: inner } of postbuildscript?.builders ?? []) yield* withInner(inner, false);
}

function* withInner(builders: readonly JobBuilder[], mayBePhase: boolean): Generator<FoundStep> {
  for (const step of builders) {
    yield { step, mayBePhase };
    yield* withInner(step['conditional-step']?.steps ?? [], mayBePhase);
  }
}

const checks: ThingChecks<JobBuilder> = {
  shell: (spec) => exactlyOne(spec, 'shell', ['command', 'file']),
  batch: (spec) => exactlyOne(spec, 'batch', ['command', 'file']),
  powershell: (spec) => exactlyOne(spec, 'powershell', ['command', 'file']),
  python: (spec) => exactlyOne(spec, 'python', ['command', 'file']),
  nodejs: (spec) => exactlyOne(spec, 'nodejs', ['script', 'file']),
  ssh: (spec) => exactlyOne(spec, 'ssh', ['command', 'file']),
  groovy: (spec) => exactlyOne(spec, 'groovy', ['command', 'command_file', 'file']),
  'system-groovy': function* (spec) {
    yield* exactlyOne(spec, 'system-groovy', ['command', 'command_file', 'file']);
    if (
      isWritten(spec, 'file') &&
      !isWritten(spec, 'command') &&
      !isWritten(spec, 'command_file') &&
      !spec.$.hasUnknown
    )
      yield* noEffect(spec, ['sandbox'], 'beside `file`, whose script always runs in the sandbox');
  },
  maven: function* (spec) {
    yield* atMostOne(spec, 'maven', ['settings', 'settings_file_id']);
    yield* atMostOne(spec, 'maven', ['global_settings', 'global_settings_file_id']);
  },
  inject: (spec) => atLeastOne(spec, 'inject', ['properties_content', 'properties_file']),
  'build-name-setter': (spec) => atLeastOne(spec, 'build-name-setter', ['template', 'name']),
  'shining-panda': function* (spec) {
    yield* exactlyOne(spec, 'shining-panda', ['command', 'file']);
    if (spec.build_environment.value === 'custom') yield* needs(spec, 'build_environment: custom', 'home');
  },
  'copy-artifacts': chosenBuild,
  trigger: function* ({ builds }) {
    for (const build of builds) yield* nodeLabel(build);
  },
  multijob: function* (phase) {
    if (!isPlainExpression(phase.quiet_period_groovy.value))
      yield* controllerScript(phase, 'quiet_period_groovy', 'write numbers and `index` only');
    for (const project of phase.projects) {
      yield* nodeLabel(project);
      // Variables of the build are filled in before it is read as Groovy.
      if (!isPlainExpression(project.enable_condition?.value ?? ''))
        yield* controllerScript(project, 'enable_condition', 'ask it in a `conditional-step`');
    }
  },
};

/** The fields that say which build is meant, by the value of `which_build` that needs them. */
const partners: Partial<Record<CopyArtifactsBuilder['which_build']['value'], readonly string[]>> = {
  'specific-build': ['build_number'],
  'build-param': ['param'],
  'downstream-build': ['upstream_project_name', 'upstream_build_number'],
};

function* chosenBuild(copied: CopyArtifactsBuilder): Generator<Diagnostic> {
  const chosen = copied.which_build.value;
  for (const field of partners[chosen] ?? []) yield* needs(copied, `which_build: ${chosen}`, field);
}

function* nodeLabel(build: TriggerBuilderProject | MultijobBuilderProject): Generator<Diagnostic> {
  if (isWritten(build, 'node_label')) yield* needs(build, 'node_label', 'node_label_name');
  if (isWritten(build, 'node_label_name')) yield* needs(build, 'node_label_name', 'node_label');
  if (isWritten(build, 'combine_queued_commits'))
    yield* needs(build, 'combine_queued_commits', 'git_revision');
}
