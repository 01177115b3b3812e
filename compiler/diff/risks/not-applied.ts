import { isSmaller } from '../../util/quantity.ts';
import type { Risk } from '../change.ts';
import { fieldOf, objectKind, quoted, type SeenChange, STORAGE } from './risk-rule.ts';

/** Changes that the cluster takes, or refuses, without them getting to where they are meant to. */
export function notApplied({ before, after, fields }: SeenChange): readonly Risk[] {
  if (before === undefined || after === undefined) return [];
  if (objectKind(after) === 'PersistentVolumeClaim') {
    const [size, newSize] = [fieldOf(before, STORAGE), fieldOf(after, STORAGE)];
    if (!isSmaller(size, newSize)) return [];
    const text = `grows from ${quoted(size)} to ${quoted(newSize)} only where its storage class allows that`;
    return [risk(`${text} (\`allowVolumeExpansion\`)`)];
  }
  // The controller restarts when its scripts change: their checksum is in its pod.
  const isOfEnvironment = objectKind(after) === 'ConfigMap' && !after.name.startsWith('jenkins/');
  return isOfEnvironment && fields.some(({ path }) => /^(binaryData|data)\b/.test(path))
    ? [
        risk(
          'nothing restarts the pods that read it: programs that read their files once go on with the old ones',
        ),
      ]
    : [];
}

function risk(text: string): Risk {
  return { kind: 'not-applied', text };
}
