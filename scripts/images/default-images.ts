import type { Ir } from '../../compiler/model/ir.ts';
import { plain } from '../../compiler/print/yaml.ts';
import { compareText } from '../../compiler/util/compare-text.ts';

/** Returns the images of the controller, its agents and its apt server, by tag, each once and sorted. */
export function defaultImages({ controller }: Ir): readonly string[] {
  const pods = controller.initScripts.flatMap((script) =>
    script.kind === 'agents' ? script.agents.map(({ pod }) => plain(pod)) : [],
  );
  const apt = controller.deployment.apt;
  const images = [
    controller.image.base.value,
    ...(apt === undefined ? [] : [apt.image.value]),
    ...pods.flatMap(imagesIn),
  ];
  return [...new Set(images.map((image) => image.replace(/@.*$/, '')))].sort(compareText);
}

function imagesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesIn(inner),
  );
}
