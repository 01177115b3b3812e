import { groovyLiteral } from '../../print/groovy-literal.ts';
import { joinTraced, withOrigin } from '../../print/lines.ts';
import { countBreaks } from '../../text/count-breaks.ts';
import { commonOrigin, fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import {
  joined,
  joinTexts,
  mapValue,
  originsOf,
  plainValue,
  shiftMarks,
  TracedText,
  type Valued,
} from '../../text/traced-text.ts';
import { once } from '../../util/once.ts';
import { labelsIn } from '../../util/reached-agents.ts';
import { hostedLabels, lockOwner } from '../hosted-names.ts';
import type { JobScope } from './job-scope.ts';
import type { Recipients } from './notifications.ts';
import type { PipelineStep, StepCall } from './pipeline-steps.ts';
import { renderScript } from './render-script.ts';

/**
 * Returns a Groovy block `head { body }` with the body indented. The body has no literal of several lines, which
 * indenting would change: those stand in methods. What the head is made of is behind its line alone.
 */
export function inBlock(head: Valued<string>, body: TracedText, origin?: Origin): TracedText {
  const text = plainValue(head);
  const before = countBreaks(text);
  const last = body.breaks + 1;
  const own = origin === undefined ? [] : [0, last].map((line) => ({ first: line, last: line, origin }));
  const ofHead = originsOf(head).map((found) => ({ first: 0, last: 0, origin: found }));
  const marks = [...own, ...ofHead, ...shiftMarks(body.marks, 1)];
  return new TracedText(`${text} {\n${indent(body.text)}}\n`, marks, before + last + 1);
}

/** Blocks stand in blocks, and each of them indents what is in it: a search for line breaks alone is the fast one. */
function indent(text: string): string {
  if (OTHER_BREAKS.test(text)) return text.replace(/^(?=.)/gm, '    ');
  const rest = text.replace(/\n(?=.)/g, '\n    ');
  return text === '' || text.startsWith('\n') ? rest : `    ${rest}`;
}

/** What ends a line for a regular expression, too. */
const OTHER_BREAKS = /[\r\u2028\u2029]/;

/** A piece of a pipeline script, and the steps that it calls. */
export interface ScriptPart {
  /** Made when it is first asked for: a check of a project needs the steps alone. */
  readonly text: TracedText;
  readonly steps: readonly StepCall[];
}

function partOf(make: () => TracedText, steps: readonly StepCall[]): ScriptPart {
  const text = once(make);
  return {
    get text() {
      return text();
    },
    steps,
  };
}

/** Returns a part that runs on an agent, in the container of its pod that has the tool where there is one. */
export function onAgent(scope: JobScope, label: string, container: string, part: ScriptPart): ScriptPart {
  const inside = hasContainer(scope, label, container);
  const named = hostedLabels(
    scope.project,
    sourced(label, fromPolicy('What the job needs is on such agents.')),
  );
  return onNode(
    scope.project.hosting === undefined ? groovyLiteral(label) : named.map(groovyLiteral),
    inside ? inContainer(container, part) : part,
  );
}

/** Returns a part that runs on an agent; the label is a Groovy expression. */
export function onNode(label: Valued<string>, part: ScriptPart): ScriptPart {
  return within(joined`node(${label})`, ['node'], part);
}

/** Returns a part whose commands run in a container of the agent's pod. */
export function inContainer(container: Valued<string>, part: ScriptPart): ScriptPart {
  return within(joined`container(${mapValue(container, groovyLiteral)})`, ['container'], part);
}

/** Returns a part as the body of a call of these steps. */
export function within(
  head: Valued<string>,
  steps: readonly PipelineStep[],
  part: ScriptPart,
  origin?: Origin,
): ScriptPart {
  return partOf(() => inBlock(head, part.text, origin), [...callsOf(steps), ...part.steps]);
}

/** Returns a part that is aborted after a time, if there is a limit. */
export function inTime(minutes: Sourced<number> | undefined, part: ScriptPart): ScriptPart {
  if (minutes === undefined) return part;
  const head = joined`timeout(time: ${minutes}, unit: 'MINUTES')`;
  return partOf(
    () => inBlock(head, part.text),
    [...callsOf(['timeout'], fromSeveral(originsOf(minutes))), ...part.steps],
  );
}

/**
 * Returns a part that only one build at a time runs, for the reason that `why` gives; the others wait in the order in
 * which they came. Locks belong to the whole controller, which may hold more than one project.
 */
export function exclusively(
  scope: JobScope,
  what: Valued<string>,
  why: Origin,
  part: ScriptPart,
): ScriptPart {
  const head = joined`lock(resource: ${mapValue(joined`${lockOwner(scope.project)}: ${what}`, groovyLiteral)})`;
  return partOf(() => inBlock(head, part.text, why), [...callsOf(['lock']), ...part.steps]);
}

/**
 * Returns a part that runs unless another build holds what it would need alone: it is left out then, and nobody waits.
 */
export function unlessTaken(
  scope: JobScope,
  what: Valued<string>,
  why: Origin,
  part: ScriptPart,
): ScriptPart {
  const resource = mapValue(joined`${lockOwner(scope.project)}: ${what}`, groovyLiteral);
  return within(joined`lock(resource: ${resource}, skipIfLocked: true)`, ['lock'], part, why);
}

/**
 * Returns a part after which people are told unless the build is a success, by mail and in channels of Slack, if there is
 * somebody to tell; `maySkip` says that it may find nothing to do, which is no news.
 */
export function withNotifications(
  recipients: Recipients | undefined,
  part: ScriptPart,
  { maySkip = false }: { readonly maySkip?: boolean } = {},
): ScriptPart {
  if (recipients === undefined) return part;
  const { addresses, channels, workspace } = recipients;
  // One of several changes nothing but the list.
  const originOf = (names: readonly Sourced<string>[]) => commonOrigin(names.map(({ origin }) => origin));
  const origin = originOf([...addresses, ...channels]);
  const messages = [
    ...messagePart('mail.groovy', ['mail', 'mailServer'], {
      to: joinTexts(addresses, ', '),
      workspace: undefined,
      origin: originOf(addresses),
      maySkip,
    }),
    ...messagePart('slack.groovy', ['slackSend'], {
      to: joinTexts(channels, ','),
      workspace,
      origin: originOf(channels),
      maySkip,
    }),
  ];
  return inOrder([
    partOf(
      () => inBlock('catchError(catchInterruptions: false)', part.text, origin),
      [...part.steps, ...callsOf(['catchError'], origin)],
    ),
    ...messages,
  ]);
}

function messagePart(
  template: string,
  steps: readonly PipelineStep[],
  message: {
    readonly to: Valued<string>;
    readonly workspace: Recipients['workspace'];
    readonly origin: Origin | undefined;
    readonly maySkip: boolean;
  },
): readonly ScriptPart[] {
  if (plainValue(message.to) === '') return [];
  return [partOf(() => renderScript(template, message), callsOf(steps, message.origin))];
}

/** Returns parts one after the other. */
export function inOrder(parts: readonly ScriptPart[]): ScriptPart {
  return partOf(
    () => joinTraced(parts.map(({ text }) => text)),
    parts.flatMap(({ steps }) => steps),
  );
}

/** Returns a part made by a template. */
export function scriptPart(template: string, data: object, steps: readonly PipelineStep[] = []): ScriptPart {
  return partOf(() => renderScript(template, data), callsOf(steps));
}

function callsOf(steps: readonly PipelineStep[], origin?: Origin): readonly StepCall[] {
  return steps.map((step) => (origin === undefined ? { step } : { step, origin }));
}

const fixed = new Map<string, ScriptPart>();

/** Returns a part made by a template that takes no data: it is the same in every script, and made once. */
export function fixedPart(template: string, steps: readonly PipelineStep[] = []): ScriptPart {
  const known = fixed.get(template) ?? scriptPart(template, {}, steps);
  fixed.set(template, known);
  return known;
}

/** Returns a part that is there for any of several things; it comes from what they have in common, if anything. */
export function because(origins: readonly Origin[], part: ScriptPart): ScriptPart {
  const origin = commonOrigin(origins);
  if (origin === undefined) return part;
  return partOf(
    () => withOrigin(part.text, origin),
    part.steps.map((call) => ({
      step: call.step,
      origin: fromSeveral([...(call.origin === undefined ? [] : [call.origin]), origin]),
    })),
  );
}

/** Returns a part as a stage of the pipeline. */
export function inStage(name: Valued<string>, part: ScriptPart, origin?: Origin): ScriptPart {
  return partOf(
    () => inBlock(joined`stage(${mapValue(name, groovyLiteral)})`, part.text, origin),
    [...callsOf(['stage']), ...part.steps],
  );
}

/** Returns a part that runs when a Groovy condition holds. */
export function when(condition: string, part: ScriptPart, origin?: Origin): ScriptPart {
  return partOf(() => inBlock(`if (${condition})`, part.text, origin), part.steps);
}

/**
 * Returns a part that runs when a version is given; without one, the job says that it does nothing. The origin is why
 * nothing is to be done then.
 */
export function ifVersions(part: ScriptPart, origin?: Origin): readonly ScriptPart[] {
  const nothing = fixedPart('deploy-nothing.groovy', ['echo']);
  return [
    when("versions.values().join('') != ''", part, origin),
    partOf(() => withOrigin(inBlock('else', nothing.text), origin), nothing.steps),
  ];
}

/** Returns a part as the body of a method, below a comment that says what it is about. */
export function inMethod(head: string, about: Valued<string>, part: ScriptPart, origin?: Origin): ScriptPart {
  return partOf(
    () =>
      joinTraced([
        renderScript('method-comment.groovy', { about }),
        inBlock(`def ${head}`, part.text, origin),
      ]),
    part.steps,
  );
}

/**
 * Returns whether the agents with a label have a container of this name beside the one that runs the agent. A
 * pipeline must then run its commands in it; on an agent without it, they run where the agent runs.
 */
function hasContainer({ agents }: JobScope, label: string, container: string): boolean {
  return agents.some(
    (agent) =>
      labelsIn((agent.label ?? agent.name).value).includes(label) &&
      agent.containers.some(({ name }) => name.value === container),
  );
}
