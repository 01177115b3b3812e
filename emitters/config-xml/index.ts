import type { Artifact } from '../../compiler/model/artifact.ts';
import { printXml } from '../../compiler/print/xml.ts';
import { fromSeveral } from '../../compiler/text/origin.ts';
import { originsOf, plainText } from '../../compiler/text/traced-text.ts';
import { type Item, isView, itemElement } from '../../jenkins/all-items.ts';
import type { Emitter } from '../emitter.ts';

/**
 * The jobs and folders as Jenkins keeps them in its home, and the views as its command line and API take them
 * (Jenkins itself keeps views inside the configuration of the controller or of their folder). Element by element
 * this is what Job DSL's engine makes of the scripts of the `job-dsl` emitter, plus the XML declaration.
 */
export const configXml: Emitter<'items'> = {
  name: 'config-xml',
  description: 'jobs, folders and views as Jenkins stores them',
  needs: ['items'],
  emit: ({ items }) => items.map(itemArtifact),
};

function itemArtifact(item: Item): Artifact {
  const content = printXml(itemElement(item), item.origin);
  return { path: itemPath(item), content, origin: fromSeveral([item.origin, ...originsOf(item.name)]) };
}

/** Returns the path of a configuration; what is in a folder lies in `jobs` below it. */
function itemPath(item: Item): string {
  const names = plainText(item.name).split('/');
  return isView(item)
    ? `jenkins/views/${names.join('/')}.xml`
    : `jenkins/jobs/${names.join('/jobs/')}/config.xml`;
}
