import type { Jenkins } from '../../../schema/generated/located.ts';
import { type DiagnosticExtras, diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PluginDemand, PluginProblem } from '../../plugins/plugin-problem.ts';
import type { PluginPin, ResolvedPlugin } from '../../plugins/resolved-plugin.ts';
import { type Origin, spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Span } from '../../text/span.ts';
import { assertNever } from '../../util/assert-never.ts';
import { groupBy } from '../../util/group-by.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';

/** Where a problem may be placed. */
export interface ProblemContext {
  readonly settings: Jenkins;
  readonly plugins: readonly ResolvedPlugin<Origin>[];
  /** The controller that several projects share; absent where there is one project. */
  readonly controller?: Sourced<string> | undefined;
}

type Pin = PluginPin<Origin>;
type Demand = PluginDemand<Origin>;

/** Returns what a problem of the set of plugins means for the author of the specs, at the place that leads to it. */
export function problemDiagnostics(
  problem: PluginProblem<Origin>,
  context: ProblemContext,
): readonly Diagnostic[] {
  switch (problem.kind) {
    case 'unknown-plugin': {
      const near = suggestion(problem.id, problem.candidates, allowanceOf(context));
      const help =
        near === undefined ? 'give a version to install it all the same' : `did you mean \`${near}\`?`;
      return [diagnose('plugin/unknown', { id: problem.id }, demandSpan(problem.demands, context), { help })];
    }
    case 'conflicting-pins': {
      if (areOfSeveral(problem.pins)) return [pinsDiffer(problem.id, problem.pins, context)];
      const [first, ...others] = problem.pins;
      const versions = problem.pins.map((pin) => pin.version).join(' and ');
      const last = others.at(-1);
      return [
        diagnose('plugin/conflicting-pins', { id: problem.id, versions }, last && spanOf(last.origin), {
          ...labelled(first, 'the other version'),
          help: 'keep one of them',
        }),
      ];
    }
    case 'unused-pin': {
      const { id, pin } = problem;
      return [diagnose('plugin/unused-pin', { id, version: pin.version }, spanOf(pin.origin))];
    }
    case 'unlisted-release': {
      const { id, pin, listed, offer } = problem;
      const known = listed.slice(0, 3).map((version) => `\`${version}\``);
      const help =
        known.length === 0
          ? 'its dependencies have to be listed too'
          : `the catalogue has ${known.join(', ')}`;
      return [
        diagnose('plugin/unlisted-version', { id, version: pin.version }, spanOf(pin.origin), {
          ...(offer === undefined ? {} : pinFix(id, offer, pin)),
          help,
        }),
      ];
    }
    case 'below-minimum': {
      const { id, version, minimum, pin, demands, offer } = problem;
      const by = wanting(demands[0]);
      const span = pinSpan(pin) ?? demandSpan(demands, context);
      const extras = offer === undefined ? noRelease : pinFix(id, offer, pin);
      const besides = pin === undefined ? undefined : elsewhere(demands, pin, context);
      if (besides === undefined)
        return [diagnose('plugin/below-minimum', { id, version, minimum, by }, span, extras)];
      const parameters = { id, version, minimum, by: `${by} in ${besides.who}` };
      return [
        diagnose('plugin/below-minimum', parameters, span, {
          ...extras,
          labels: besides.span === undefined ? [] : [{ span: besides.span, text: 'leads to what needs it' }],
          help: [...toLines(extras.help ?? []), apart],
        }),
      ];
    }
    case 'below-bundled': {
      const { id, version, bundled, pin, offer } = problem;
      const span = pinSpan(pin) ?? rootSpan(id, context);
      const extras = offer === undefined ? noRelease : pinFix(id, offer, pin);
      return [diagnose('plugin/below-bundled', { id, version, bundled }, span, extras)];
    }
    case 'core-too-old': {
      const { core, required, plugins } = problem;
      const names = plugins.map((plugin) => `\`${plugin.id}\``);
      const more = names.length > 4 ? ` and ${names.length - 3} others` : '';
      const list = more === '' ? names.join(', ') : names.slice(0, 3).join(', ') + more;
      const span = spanOf(context.settings.version.origin) ?? rootSpan(plugins[0]?.chain[0] ?? '', context);
      return [
        diagnose('plugin/core-too-old', { core, required, plugins: list }, span, {
          help: `set \`jenkins.version\` to ${required} or newer`,
        }),
      ];
    }
    case 'core-warning': {
      const { core, warnings } = problem;
      const span = spanOf(context.settings.version.origin) ?? context.settings.$.span;
      return [
        diagnose('plugin/core-warning', { core, advisories: advisories(warnings) }, span, {
          help: warnings.map((warning) => `see ${warning.url}`),
        }),
      ];
    }
    case 'security-warning': {
      const { id, version, warnings, fix, pin, lastAffected } = problem;
      const span = pinSpan(pin) ?? rootSpan(problem.chain[0] ?? id, context);
      const see = warnings.slice(0, 3).map((warning) => `see ${warning.url}`);
      const extras: DiagnosticExtras = fix === undefined ? {} : pinFix(id, fix, pin);
      const without =
        lastAffected === undefined
          ? 'there is no release without them yet'
          : `releases above ${lastAffected} do not have them`;
      const help = [...toLines(extras.help ?? without), ...see];
      const parameters = { id, version, advisories: advisories(warnings) };
      return [diagnose('plugin/security-warning', parameters, span, { ...extras, help })];
    }
    case 'cycle': {
      const ids = problem.ids.map((id) => `\`${id}\``).join(', ');
      return [diagnose('plugin/cycle', { ids }, rootSpan(problem.ids[0] ?? '', context))];
    }
    default:
      return assertNever(problem);
  }
}

/** Whether pins of one plugin are those of several projects, or of a project and its controller. */
export function areOfSeveral(pins: readonly Pin[]): boolean {
  return new Set(pins.map(({ project }) => project?.value)).size > 1;
}

const apart = 'or let another controller serve one of the projects';

/** Each version once, with those who want it; the first who wants the last one is where the finding stands. */
function pinsDiffer(id: string, pins: readonly Pin[], { controller }: ProblemContext): Diagnostic {
  const wanted = [...groupBy(pins, ({ version }) => version)];
  const versions = wanted.flatMap(([, same]) => same.slice(0, 1));
  const named = wanted.map(([version, same]) => `${version} (${ownersOf(same, controller)})`);
  const last = versions.at(-1);
  const labels = versions.slice(0, -1).flatMap((pin) => {
    const span = pinSpan(pin);
    return span === undefined ? [] : [{ span, text: `${pin.version} here` }];
  });
  const place = controller === undefined ? 'the controller' : `the controller \`${controller.value}\``;
  return diagnose('plugin/pins-differ', { id, versions: named.join(' and ') }, pinSpan(last), {
    labels,
    help: [`pin one version for all of them, in \`plugins\` of ${place}, and remove the others`, apart],
  });
}

const MOST_OWNERS = 3;

function ownersOf(pins: readonly Pin[], controller: ProblemContext['controller']): string {
  const owners = [...new Set(pins.map((pin) => ownerOf(pin, controller)))];
  const shown = owners.length > MOST_OWNERS ? owners.slice(0, MOST_OWNERS - 1) : owners;
  const more = owners.length - shown.length;
  const all = more === 0 ? shown : [...shown, `${more} others`];
  return all.length === 1 ? all.join() : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function ownerOf({ project }: Pin, controller: ProblemContext['controller']): string {
  return project === undefined ? `controller \`${controller?.value ?? ''}\`` : `project \`${project.value}\``;
}

/** Who of a shared controller needs more than a pin of another one gives, and where; undefined if nobody else does. */
function elsewhere(
  demands: readonly Demand[],
  { project }: Pin,
  { plugins, controller }: ProblemContext,
): { readonly who: string; readonly span: Span | undefined } | undefined {
  if (controller === undefined) return undefined;
  const needs = demands.slice(0, 1).flatMap((demand) => {
    if (demand.kind === 'need') return [demand.need];
    return plugins.find(({ id }) => id === demand.chain[0])?.needs ?? [];
  });
  const [first] = needs;
  if (first === undefined || needs.some((need) => need.project?.value === project?.value)) return undefined;
  const who =
    first.project === undefined ? `controller \`${controller.value}\`` : `project \`${first.project.value}\``;
  return { who, span: spanOf(first.origin) };
}

/** No version with known weaknesses is offered. */
const noRelease: DiagnosticExtras = { help: 'the catalogue has no release that would do' };

function pinSpan(pin: Pin | undefined): Span | undefined {
  return pin && spanOf(pin.origin);
}

/** The place of the spec that leads to a plugin: of its own need, else of the root that needs it. */
function rootSpan(id: string, { plugins, settings }: ProblemContext): Span | undefined {
  const plugin = plugins.find((candidate) => candidate.id === id);
  const root = plugin?.root === false ? plugins.find(({ id: other }) => other === plugin.chain[0]) : plugin;
  for (const need of root?.needs ?? []) {
    const span = spanOf(need.origin);
    if (span !== undefined) return span;
  }
  return settings.$.fields.get('plugins')?.key ?? settings.$.span;
}

function demandSpan(demands: readonly Demand[], context: ProblemContext): Span | undefined {
  for (const demand of demands) {
    const span = demand.kind === 'need' ? spanOf(demand.need.origin) : undefined;
    if (span !== undefined) return span;
  }
  const chain = demands.flatMap((demand) => (demand.kind === 'plugin' ? [demand.chain] : []))[0];
  return rootSpan(chain?.[0] ?? '', context);
}

function wanting(demand: Demand | undefined): string {
  if (demand === undefined) return 'another plugin';
  return demand.kind === 'plugin' ? `\`${demand.chain.at(-1) ?? ''}\`` : demand.need.reason;
}

function pinFix(id: string, version: string, pin: Pin | undefined): DiagnosticExtras {
  const span = pinSpan(pin);
  if (span === undefined)
    return { help: `pin it in \`jenkins.plugins\`: \`- {id: ${id}, version: ${version}}\`` };
  const edits = [{ span, text: version }];
  return {
    help: `pin version ${version}`,
    fixes: [{ title: `pin version ${version}`, edits, safe: false }],
  };
}

function labelled(pin: Pin | undefined, text: string): DiagnosticExtras {
  const span = pinSpan(pin);
  return span === undefined ? {} : { labels: [{ span, text }] };
}

function advisories(warnings: readonly { readonly id: string }[]): string {
  return warnings.map((warning) => warning.id).join(', ');
}

function toLines(help: string | readonly string[]): readonly string[] {
  return typeof help === 'string' ? [help] : help;
}
