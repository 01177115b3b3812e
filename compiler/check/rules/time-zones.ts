import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { Sourced } from '../../text/sourced.ts';
import { allowanceOf, type SuggestionAllowance, suggestion } from '../../util/suggestion.ts';
import { isTimeZone, timeZones } from '../../util/time-zone.ts';
import { settingsOf } from '../check-spec.ts';
import { serviceKind } from '../service-fields.ts';
import { at, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

/** Time zones of the controller and of CronJobs exist. */
export const timeZonesRule: Rule = {
  name: 'time-zones',
  *check(specs) {
    const allowance = allowanceOf(specs);
    yield* checkZone(settingsOf(specs).time_zone, allowance);
    for (const { service } of eachOwnService(specs)) {
      if (serviceKind(service) !== 'cron') continue;
      const options: unknown = service.options;
      const zone = isMap(options) ? options.timeZone : undefined;
      if (zone instanceof Sourced && typeof zone.value === 'string') yield* checkZone(zone, allowance);
    }
  },
};

function* checkZone(zone: Sourced<string>, allowance: SuggestionAllowance): Generator<Diagnostic> {
  if (isTimeZone(zone.value)) return;
  const near = suggestion(zone.value, timeZones(), allowance);
  yield diagnose('check/time-zone', { zone: zone.value }, at(zone), {
    help:
      near === undefined
        ? 'write a name such as `Europe/Berlin` or `Etc/GMT-2`'
        : `did you mean \`${near}\`?`,
  });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
