import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { canonicalCurrent } from '../../import/canonical.ts';
import { type Difference, differences, type Path } from '../../import/learn/places.ts';
import type { Tree } from '../../import/tree.ts';
import { pluginOfClass } from '../../plugins/plugin-of-class.ts';
import type { PlanStep } from '../live-plan.ts';
import { compareConfigs, configTree } from '../same.ts';

/** The most elements that are named. */
const MOST = 3;

/**
 * Returns what to tell about a configuration that a server has not kept as it was sent: which elements it dropped or changed,
 * and which plugins they need by the catalogue.
 */
export function notKept({ kind, name }: PlanStep, live: string, sent: string): Diagnostic {
  const [there, wanted] = [configTree(live), configTree(sent)];
  if (there === undefined || wanted === undefined)
    return diagnose(
      'live/not-kept',
      { kind, name, what: 'what it prints is no configuration' },
      undefined,
      HELP,
    );
  const compared = compareConfigs(there, wanted);
  const found = differences([canonicalCurrent(compared.own)], [canonicalCurrent(compared.live)]);
  const shown = found.slice(0, MOST).map(textOf);
  const more = found.length > MOST ? [`${found.length - MOST} more`] : [];
  const what = [...shown, ...more].join(', ') || 'its marker';
  const plugins = [...new Set(found.flatMap(pluginsOf))].sort();
  const help =
    plugins.length === 0
      ? HELP
      : {
          help: `${plugins.length === 1 ? 'the plugin' : 'the plugins'} ${plugins.map((id) => `\`${id}\``).join(', ')} may be missing, disabled or too old`,
        };
  return diagnose('live/not-kept', { kind, name, what }, undefined, help);
}

const HELP = { help: 'look at the log of Jenkins, and whether all plugins of the job are there' };

function textOf(difference: Difference): string {
  if (difference.kind === 'text') return `\`${pathText(difference.place.path)}\` is something else`;
  const inside = innermost(difference.tree);
  const path = `\`${[pathText(difference.path), ...inside].join('/')}\``;
  return difference.kind === 'removed' ? `${path} is gone` : `${path} was added`;
}

/** What an element holds that is gone as a whole, as long as that is one thing and no class is named. */
function innermost({ name, children }: Tree): readonly string[] {
  const [child] = children;
  if (child === undefined || children.length > 1 || name.includes('.')) return [];
  return [child.name, ...innermost(child)];
}

/** Without the root, which is always the same. */
function pathText(path: Path): string {
  return path.length < 2
    ? (path[0]?.name ?? '')
    : path
        .slice(1)
        .map(({ name }) => name)
        .join('/');
}

function pluginsOf(difference: Difference): readonly string[] {
  if (difference.kind === 'added') return [];
  if (difference.kind === 'removed') return pluginsIn(difference.tree);
  const { path, attribute } = difference.place;
  const names = attribute === 'class' ? [difference.from] : [path.at(-1)?.name ?? ''];
  return names.flatMap(known);
}

function pluginsIn({ name, attributes, children }: Tree): readonly string[] {
  return [...[name, attributes.class ?? ''].flatMap(known), ...children.flatMap(pluginsIn)];
}

function known(name: string): readonly string[] {
  const plugin = pluginOfClass(name)?.plugin;
  return plugin === undefined || plugin === 'core' ? [] : [plugin];
}
