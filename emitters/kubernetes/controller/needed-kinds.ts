import { customKinds } from '../../../compiler/model/kubernetes/custom-kinds.ts';
import type { EnvironmentIr } from '../../../compiler/model/kubernetes/environment.ts';
import { objectKind, objectName } from '../../../compiler/model/kubernetes/kubernetes-object.ts';
import { commonOrigin, fromSeveral } from '../../../compiler/text/origin.ts';
import { joinTexts, originsOf, plainValue, type Valued } from '../../../compiler/text/traced-text.ts';

/** Returns the rows of the kinds that a cluster has to know, for the guide; undefined where there is none. */
export function neededKinds(environments: readonly EnvironmentIr[]): readonly object[] | undefined {
  const kinds = customKinds(environments);
  if (kinds.length === 0) return undefined;
  return kinds.map(({ version, publisher, objects, origin }) => {
    const names = new Map<string, Valued<string>>(
      objects.map((object) => [plainValue(objectName(object)), objectName(object)]),
    );
    const [first] = objects;
    const text = first === undefined ? '' : objectKind(first);
    const common = commonOrigin(objects.map((object) => fromSeveral(originsOf(objectKind(object)))));
    return {
      kind: text,
      version,
      services: joinTexts([...names.values()], ', '),
      publisher: publisher ?? 'not known',
      origin: common ?? origin,
    };
  });
}
