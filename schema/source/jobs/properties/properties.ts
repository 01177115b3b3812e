import type { Definitions } from '../../spec-file.ts';
import { family } from '../family.ts';
import { xmlElement } from '../xml-element.ts';
import { keepingProperties } from './keeping-properties.ts';
import { projectProperties, propertyParts } from './project-properties.ts';
import { queueProperties } from './queue-properties.ts';

/** Settings of a job. */
export const properties: Definitions = {
  ...family(
    'Property',
    'A property of a job: exactly one thing.',
    keepingProperties,
    queueProperties,
    projectProperties,
    xmlElement('<hudson.plugins.disk__usage.DiskUsageProperty/>'),
  ),
  ...propertyParts,
};
