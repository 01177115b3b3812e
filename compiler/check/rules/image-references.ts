import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { imageReference, isRegistry, lowerCaseAdvice } from '../../util/image-reference.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import { besideImage } from '../service-fields.ts';
import { at, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

/** What becomes an image reference, or the beginning of one, in FROM lines, scripts and pods is nothing else. */
export const imageReferencesRule: Rule = {
  name: 'image-references',
  *check(specs) {
    for (const [field, registry] of registriesOf(specs)) {
      if (registry !== undefined && registry.value !== '' && !isRegistry(registry.value))
        yield notRegistry(field, registry);
    }
    for (const image of [...buildImages(specs), ...serviceImages(specs)]) {
      const read = imageReference(image.value);
      if (read === undefined || read.digest !== undefined || (read.tag ?? ':latest') !== ':latest') continue;
      yield diagnose('image/no-tag', { image: image.value }, at(image), {
        help: `add the tag of a version, such as \`${image.value.replace(/:latest$/, '')}:1.0\`, or a digest`,
      });
    }
    for (const image of [...imagesOf(specs), ...buildImages(specs), ...serviceImages(specs)]) {
      if (imageReference(image.value) !== undefined) continue;
      yield diagnose('image/reference', { image: image.value }, at(image), {
        help: `write a name and a tag, such as \`registry.example.com/team/agent:1.0\`${lowerCaseAdvice(image.value)}`,
      });
    }
  },
};

function registriesOf(specs: Specs): readonly (readonly [string, Sourced<string> | undefined])[] {
  const { push, pull, base } = settingsOf(specs).registry;
  return [
    ['push', push],
    ['pull', pull],
    ['base', base],
  ];
}

function* imagesOf(specs: Specs): Generator<Sourced<string>> {
  const { agents, apt, kubernetes, registry } = settingsOf(specs);
  yield apt.image;
  yield registry.builder;
  yield registry.publisher;
  if (kubernetes.backup?.image !== undefined) yield kubernetes.backup.image;
  for (const { image, containers } of agents) {
    yield image;
    for (const container of containers) yield container.image;
  }
}

/** Returns the images that services run in place of one of the project: those must say a version. */
function* serviceImages(specs: Specs): Generator<Sourced<string>> {
  for (const { service } of eachOwnService(specs))
    if (service.image !== undefined && besideImage(service) === undefined) yield service.image;
}

/** Returns the images that steps run in: those must say a version, too. */
function* buildImages({ build }: Specs): Generator<Sourced<string>> {
  for (const component of build?.components ?? []) {
    for (const { image } of [component, ...component.build]) if (image !== undefined) yield image;
  }
}

function notRegistry(field: string, registry: Sourced<string>): Diagnostic {
  const meant = registry.value.replace(/^https?:\/\//, '');
  const isAddress = meant !== registry.value && isRegistry(meant);
  return diagnose('image/registry', { field, registry: registry.value }, at(registry), {
    help: isAddress
      ? `write \`${meant}\`: names of images have no scheme`
      : 'write a host with an optional port and path, such as `registry.example.com/team`',
  });
}
