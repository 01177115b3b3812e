import type { Application } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../source/node.ts';
import type { Specs } from '../check-spec.ts';
import { besideImage } from '../service-fields.ts';
import { removal } from './dead-fields.ts';
import { at, isWritten, keyOf, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

/** What an image is made of, and what a service runs, is said once. */
export const imageSourcesRule: Rule = {
  name: 'image-sources',
  *check(specs) {
    for (const application of applicationsOf(specs)) {
      if (isWritten(application, 'build')) {
        yield* beside(application, 'build', ['runtime', 'command', 'dependencies'], inDockerfile);
      } else if (!isWritten(application, 'runtime') && application.$.hasUnknown !== true) {
        yield diagnose('image/no-base', { application: application.name.value }, at(application.name), {
          help: [
            'add `runtime`, such as `runtime: debian:13-slim`',
            "or `build: {}` for the Dockerfile of the component's repository",
          ],
        });
      }
    }
    for (const { service } of eachOwnService(specs)) {
      const { image } = service;
      if (image === undefined) continue;
      const other = besideImage(service);
      if (other !== undefined) {
        const place = service.$.fields.get('image');
        yield diagnose('check/dead-field', { field: 'image' }, place?.key, {
          help: `\`${other}\` says what runs; without it, the service would run this image`,
          fixes: place === undefined ? [] : removal('image', place),
        });
        continue;
      }
      const method = service.deployment?.method;
      if (method?.value === 'bluegreen')
        yield diagnose('image/beside', { field: 'method: bluegreen', other: 'image' }, at(method), {
          help: 'remove it: there are no versions of the project to switch between',
        });
      for (const container of service.init_containers) {
        if (container.version !== undefined && container.version.value !== '') continue;
        yield diagnose('image/init-version', { container: container.name.value }, at(container.name), {
          help: 'add `version`: the service has none that it could take',
        });
      }
    }
  },
};

const inDockerfile = 'remove it: the Dockerfile says it';

/** Returns the applications of a project, whatever their list is called. */
export function applicationsOf({ application }: Specs): readonly Application[] {
  return [...(application?.applications ?? []), ...(application?.containers ?? [])];
}

function* beside(
  object: LocatedObject,
  other: string,
  fields: readonly string[],
  help: string,
): Generator<Diagnostic> {
  for (const field of fields) {
    if (!isWritten(object, field)) continue;
    const span = keyOf(object, other);
    yield diagnose('image/beside', { field, other }, keyOf(object, field), {
      labels: span === undefined ? [] : [{ span, text: 'stands here' }],
      help,
    });
  }
}
