import { absentSpec } from '../../compiler/check/check-spec.ts';
import type { Ir } from '../../compiler/model/ir.ts';
import { plain } from '../../compiler/print/yaml.ts';
import { compareText } from '../../compiler/util/compare-text.ts';

/**
 * Returns the images of the controller, its agents, its apt server, and of what builds and publishes images, by tag, each
 * once and sorted.
 */
export function defaultImages({ controller }: Ir): readonly string[] {
  const pods = controller.initScripts.flatMap((script) =>
    script.kind === 'agents' ? script.agents.map(({ pod }) => plain(pod)) : [],
  );
  const registry = absentSpec('jenkins')?.jenkins.registry;
  const apt = controller.deployment.apt;
  const images = [
    controller.image.base.value,
    ...(apt === undefined ? [] : [apt.image.value]),
    ...pods.flatMap(imagesIn),
    ...(registry === undefined ? [] : [registry.builder.value, registry.publisher.value]),
  ];
  return [...new Set(images.map((image) => image.replace(/@.*$/, '')))].sort(compareText);
}

function imagesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesIn(inner),
  );
}
