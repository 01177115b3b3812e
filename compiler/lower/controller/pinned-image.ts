import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import data from './data/image-digests.json' with { type: 'json' };

const reason = fromPolicy('The digest says which image the tag meant when the list of digests was made.');

const known: ReadonlyMap<string, string> = new Map(Object.entries(data.digests));

/**
 * Returns an image by its digest, behind the tag, if the compiler chose the image and knows its digest; any other as
 * it is. What the specs name is theirs to pin: `image: name:tag@sha256:...`.
 */
export function pinnedImage(
  image: Sourced<string>,
  digests: ReadonlyMap<string, string> = known,
): Sourced<string> {
  const digest = digests.get(image.value);
  if (digest === undefined || !isChosen(image)) return image;
  return sourced(`${image.value}@${digest}`, fromSeveral([image.origin, reason]));
}

function isChosen({ origin }: Sourced<string>): boolean {
  return origin.kind === 'default';
}
