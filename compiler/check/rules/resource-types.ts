import { diagnose } from '../../diagnostics/diagnose.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';
import { serviceKind } from '../service-fields.ts';
import { at, type Rule } from './rule.ts';
import { eachService } from './support/each-service.ts';

/**
 * Types of third-party resources: those that environment-operator collected state from (1.4.8, June 2021), and
 * `couchbase`, which the corpus has besides. A cluster may serve others, so an unknown one is only a warning.
 */
const types: readonly string[] = (
  'atlas aurora cassandra cb cloudfront couchbase cron docdb dynamodb es gateway helmchart kafka mongo msk ' +
  'mysql neptune postgres redis s3 serviceentry sns sqs virtualservice zookeeper'
).split(' ');

/** The type of a service is one that some controller is known to serve. */
export const resourceTypesRule: Rule = {
  name: 'resource-types',
  *check(specs) {
    for (const { service } of eachService(specs)) {
      const { type } = service;
      if (type === undefined || serviceKind(service) !== 'third-party') continue;
      if (types.includes(type.value.toLowerCase())) continue;
      const near = suggestion(type.value, types, allowanceOf(specs));
      const span = at(type);
      yield diagnose('check/resource-type', { type: type.value }, span, {
        help: near === undefined ? `known types: ${types.join(', ')}` : `did you mean \`${near}\`?`,
        fixes:
          near === undefined || span === undefined
            ? []
            : [{ title: `write \`${near}\``, edits: [{ span, text: near }], safe: false }],
      });
    }
  },
};
