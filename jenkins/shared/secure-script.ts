import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { element, leaf } from './xml.ts';

/** A Groovy script that Jenkins runs by Script Security. */
export interface SecureScript {
  readonly script: Text;
  /** Outside of the sandbox an administrator has to approve it. */
  readonly sandbox: Valued<boolean>;
}

/** Returns the element of a script (`SecureGroovyScript` of Script Security), or nothing where there is none. */
export function secureScript(name: string, script: SecureScript | undefined): XmlElement[] {
  if (script === undefined) return [];
  return [element(name, [leaf('script', script.script), leaf('sandbox', script.sandbox)])];
}
