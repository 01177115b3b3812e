import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { maskedSecrets } from '../jenkins-server/masked-secrets.ts';
import { userName } from '../jenkins-server/server-facts.ts';
import type { Finding } from '../report/finding.ts';
import { count } from '../report/summary.ts';
import { spanOf } from '../text/origin.ts';
import type { LiveDifference } from './compare-live.ts';
import { isInside } from './find-moves.ts';
import type { LiveState } from './live-state.ts';
import { itemKey, type WantedItem } from './wanted.ts';

/** What is allowed when a plan is made. */
export interface PlanLimits {
  /** Whether what no spec makes any more is deleted, and what has another kind is deleted and made anew. */
  readonly delete: boolean;
  /** The most items that may be deleted. */
  readonly maxRemovals: number;
  /** Whether the user is believed to see all there is. */
  readonly trustVisible: boolean;
  /** Whether the plan is only shown: secrets that are not shown are in nobody's way as long as nothing is sent. */
  readonly isPreview: boolean;
}

/** Returns why there can be no plan for all of the server: it would make anew what the user may not see. */
export function rightsFinding(
  { seesAll, user }: LiveState,
  { trustVisible }: PlanLimits,
): readonly Finding[] {
  if (seesAll || trustVisible) return [];
  return [
    {
      diagnostic: diagnose('live/few-rights', { user: userName(user) }, undefined, {
        help: [
          'ask with a user who has Overall/Administer',
          'pass `--trust-visible` if this user may see every job all the same',
        ],
      }),
      folder: '',
    },
  ];
}

/** Returns what stands in the way of single items. */
export function itemFindings(
  differences: readonly LiveDifference[],
  { items }: LiveState,
  limits: PlanLimits,
): readonly Finding[] {
  const byCase = new Map([...items].map(([key, live]) => [key.toLowerCase(), live]));
  const refused: string[] = [];
  const findings: Finding[] = [];
  const report = (item: WantedItem, diagnostic: Diagnostic) => {
    // What is in it cannot be made either: that is said once.
    if (refused.some((folder) => isInside(item.name, folder))) return;
    refused.push(item.name);
    findings.push({ diagnostic, folder: item.project.folder });
  };
  for (const each of differences) {
    if (!('wanted' in each)) continue;
    const { wanted: item } = each;
    const { kind, name } = item;
    const span = spanOf(item.item.origin);
    if (each.kind === 'missing') {
      const other = byCase.get(itemKey(item).toLowerCase());
      if (other !== undefined)
        report(
          item,
          diagnose('live/letter-case', { kind, name, other: other.name }, span, {
            help: `write \`${other.name}\`, or rename it in Jenkins by way of a third name`,
          }),
        );
      continue;
    }
    const { marker, live } = each;
    if (each.kind === 'other-kind' && !limits.delete)
      report(
        item,
        diagnose('live/other-kind', { kind, name, live: live.root }, span, {
          help: 'pass `--delete` to delete it and make it anew, without its builds; or rename one of them',
        }),
      );
    if (marker !== undefined && marker.project !== item.project.name)
      findings.push({
        diagnostic: diagnose(
          'live/other-project',
          { kind, name, project: item.project.name, other: marker.project },
          span,
          {
            help: `take it out of the specs of one of them, or plan both together should it have moved`,
          },
        ),
        folder: item.project.folder,
      });
    const [masked] =
      each.kind === 'same' && marker?.project === item.project.name && marker.name === name
        ? []
        : maskedSecrets(live.xml);
    if (masked !== undefined) {
      const diagnostic = diagnose('live/hidden-secret', { kind, name, element: masked.element }, span, {
        help: 'to apply it, ask with a user who has the permission Job/Configure',
      });
      report(item, limits.isPreview ? { ...diagnostic, severity: 'warning' } : diagnostic);
    }
  }
  return findings;
}

/** Returns why a plan that takes away so much is refused. */
export function removalFinding(removals: number, { maxRemovals }: PlanLimits): readonly Finding[] {
  if (removals <= maxRemovals) return [];
  return [
    {
      diagnostic: diagnose(
        'live/removals',
        { items: count(removals, 'item'), most: maxRemovals },
        undefined,
        {
          help: `if that is meant, pass \`--max-removals ${removals}\``,
        },
      ),
      folder: '',
    },
  ];
}
