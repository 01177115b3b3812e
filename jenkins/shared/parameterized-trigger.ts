import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, plainText, plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { DslWriter } from './dsl-writer.ts';
import type { ItemNode } from './node.ts';
import { element, leaf, typed } from './xml.ts';

/** Starts other jobs with parameters. */
export interface ParameterizedTrigger extends ItemNode {
  readonly jobs: readonly Text[];
  /** Hands on the parameters of this build. */
  readonly currentBuild?: Valued<boolean> | undefined;
  readonly predefined?: readonly PredefinedParameter[] | undefined;
}

/** A parameter with a value that may use variables of this build. */
export interface PredefinedParameter extends ItemNode {
  readonly name: Text;
  readonly value: Text;
}

/** The package of the plugin's classes. */
export const TRIGGER_PACKAGE = 'hudson.plugins.parameterizedtrigger';

/** Half a sentence for plugins.txt. */
export const triggerReason = 'jobs start other jobs with parameters';

/** Returns the elements of a trigger: its jobs, when it fires, and what it hands on. */
export function triggerContent(
  trigger: ParameterizedTrigger,
  condition: string,
  triggerWithNoParameters: Valued<boolean>,
): XmlElement[] {
  return [
    leaf('projects', joinTexts(trigger.jobs, ', ')),
    leaf('condition', condition),
    leaf('triggerWithNoParameters', triggerWithNoParameters),
    parameterConfigs(trigger),
  ];
}

/** Writes the `downstreamParameterized` block; `more` writes what a trigger has beside its parameters. */
export function triggerCalls<Trigger extends ParameterizedTrigger>(
  triggers: readonly Trigger[],
  dsl: DslWriter,
  more: (trigger: Trigger) => void,
): void {
  dsl.block('downstreamParameterized', () =>
    dsl.each(triggers, (trigger) =>
      dsl.block(
        'trigger',
        () => {
          more(trigger);
          parameterCalls(trigger, dsl);
        },
        joinTexts(trigger.jobs, ', '),
      ),
    ),
  );
}

function parameterCalls(trigger: ParameterizedTrigger, dsl: DslWriter): void {
  const { predefined = [] } = trigger;
  const handsOn = handsOnParameters(trigger);
  if (!handsOn && predefined.length === 0) return;
  dsl.block('parameters', () => {
    if (handsOn) dsl.call('currentBuild');
    dsl.each(predefined, ({ name, value }) => dsl.call('predefinedProp', name, value));
  });
}

function parameterConfigs(trigger: ParameterizedTrigger): XmlElement {
  const { predefined = [] } = trigger;
  const configs: XmlElement[] = [];
  if (handsOnParameters(trigger)) configs.push(element(`${TRIGGER_PACKAGE}.CurrentBuildParameters`));
  if (predefined.length > 0) {
    const lines = predefined.map(({ name, value }) => `${plainText(name)}=${plainText(value)}`).join('\n');
    configs.push(element(`${TRIGGER_PACKAGE}.PredefinedBuildParameters`, [leaf('properties', lines)]));
  }
  return configs.length === 0
    ? typed('configs', 'java.util.Collections$EmptyList')
    : element('configs', configs);
}

function handsOnParameters({ currentBuild }: ParameterizedTrigger): boolean {
  return currentBuild !== undefined && plainValue(currentBuild);
}
