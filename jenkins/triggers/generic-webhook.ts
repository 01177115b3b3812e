import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { GenericWebhookTrigger, WebhookName } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

const PACKAGE = 'org.jenkinsci.plugins.gwt';

/** Builds when anything sends a request, by the Generic Webhook Trigger plugin (`GenericTrigger`, read 2026-11). */
export const genericWebhook: Thing<SpecNode<'generic-webhook', GenericWebhookTrigger>> = {
  kind: 'generic-webhook',
  needs: elementsOf('generic-webhook-trigger', 'requests start jobs', '1.86.0'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.GenericTrigger`, [
      leaf('spec', ''),
      element('genericVariables', contentVariables(spec)),
      leaf('regexpFilterText', spec.regex_filter_text ?? ''),
      leaf('regexpFilterExpression', spec.regex_filter_expression ?? ''),
      element('genericRequestVariables', named('GenericRequestVariable', spec.request_params)),
      element('genericHeaderVariables', named('GenericHeaderVariable', spec.header_params)),
      leaf('printPostContent', spec.print_post_content),
      leaf('printContributedVariables', spec.print_contrib_var),
      leaf('causeString', spec.cause ?? ''),
      leaf('token', spec.token ?? ''),
      leaf('tokenCredentialId', spec.token_credential_id ?? ''),
      leaf('silentResponse', spec.silent_response),
      leaf('overrideQuietPeriod', spec.override_quiet_period),
      leaf('shouldNotFlattern', spec.should_not_flatten),
      leaf('allowSeveralTriggersPerBuild', spec.allow_several_triggers_per_build),
    ]),
};

function contentVariables({ post_content_params: params }: GenericWebhookTrigger): XmlElement[] {
  return params.map(({ key, value, type, regex_filter, default_value }) =>
    element(`${PACKAGE}.GenericVariable`, [
      leaf('expressionType', type),
      leaf('key', key),
      leaf('value', value),
      leaf('regexpFilter', regex_filter ?? ''),
      leaf('defaultValue', default_value ?? ''),
    ]),
  );
}

function named(type: string, names: readonly WebhookName[]): XmlElement[] {
  return names.map(({ key, regex_filter }) =>
    element(`${PACKAGE}.${type}`, [leaf('key', key), leaf('regexpFilter', regex_filter ?? '')]),
  );
}
