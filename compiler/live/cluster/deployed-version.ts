import {
  digestPlaceholder,
  digestVersionPattern,
  fillVersion,
  versionPlaceholder,
} from '../../model/kubernetes/kubernetes-object.ts';
import { type ClusterObject, objectFields } from './cluster-objects.ts';
import { type DataRecord, parseObject } from './object-data.ts';

/** Where a Deployment and a CronJob say which version they run: not where somebody would change it by hand. */
const LABEL = /(?:^|\.)metadata\.labels\.version$/;

/**
 * Returns an object whose version a job fills in, with the version that the live one says it has: what differs then is not the
 * version. As it is where it awaits none, or where the live object does not say one.
 */
export function withDeployedVersion(object: ClusterObject, live: DataRecord): ClusterObject {
  if (!object.text.includes(versionPlaceholder)) return object;
  const version = deployedVersion(object, live);
  if (version === undefined) return object;
  const text = fillVersion(object.text, version);
  const data = parseObject(text);
  return data === undefined ? object : { ...object, text, data };
}

function deployedVersion({ id, data }: ClusterObject, live: DataRecord): string | undefined {
  const now = objectFields(id.kind, live);
  const found = { label: '', image: '' };
  for (const [path, { value }] of objectFields(id.kind, data)) {
    const version = filledIn(value, now.get(path)?.value);
    if (version === undefined) continue;
    if (LABEL.test(path)) found.label ||= version;
    else if (value.includes(digestPlaceholder) || !path.includes('.labels.')) found.image ||= version;
  }
  // The digest stands in the image alone, and counts where it is one of this version.
  if (found.label === '') return found.image === '' ? undefined : found.image;
  return found.image.startsWith(`${found.label}@`) ? found.image : found.label;
}

/** Returns what stands in the place of the placeholder. */
function filledIn(pattern: string, value: string | undefined): string | undefined {
  const placeholder = pattern.includes(digestPlaceholder) ? digestPlaceholder : versionPlaceholder;
  const at = pattern.indexOf(placeholder);
  if (at === -1 || value === undefined) return undefined;
  const [head, tail] = [pattern.slice(0, at), pattern.slice(at + placeholder.length)];
  if (value.length < head.length + tail.length || !value.startsWith(head) || !value.endsWith(tail))
    return undefined;
  const version = value.slice(head.length, value.length - tail.length);
  return digestVersionPattern.test(version) ? version : undefined;
}
