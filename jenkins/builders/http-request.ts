import { elementOfClass } from '../../compiler/plugins/xstream-name.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { HttpRequestBuilder, HttpRequestBuilderHeader } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf } from '../shared/xml.ts';

const PACKAGE = 'jenkins.plugins.http_request';

/** Sends an HTTP request (jenkins.plugins.http_request.HttpRequest). */
export const httpRequestBuilder: Thing<SpecNode<'http-request', HttpRequestBuilder>> = {
  kind: 'http-request',
  needs: elementsOf('http_request', 'jobs send HTTP requests', '1.16'),
  xml: ({ spec }) =>
    element(elementOfClass(`${PACKAGE}.HttpRequest`), [
      leaf('url', spec.url),
      leaf('ignoreSslErrors', spec.ignore_ssl_errors),
      leaf('httpMode', spec.mode),
      leaf('httpProxy', spec.proxy ?? ''),
      leaf('proxyAuthentication', spec.proxy_authentication_key ?? ''),
      leaf('passBuildParameters', spec.pass_build),
      leaf('validResponseCodes', spec.valid_response_codes),
      leaf('validResponseContent', spec.valid_response_content ?? ''),
      leaf('acceptType', spec.accept_type),
      leaf('contentType', spec.content_type),
      leaf('outputFile', spec.output_file ?? ''),
      leaf('timeout', spec.time_out),
      leaf('consoleLogResponseBody', spec.console_log),
      leaf('quiet', spec.quiet),
      leaf('authentication', spec.authentication_key ?? ''),
      leaf('requestBody', spec.request_body ?? ''),
      leaf('uploadFile', spec.upload_file ?? ''),
      leaf('multipartName', spec.multipart_name ?? ''),
      leaf('wrapAsMultipart', spec.wrap_as_multipart),
      leaf('useSystemProperties', spec.use_system_properties),
      leaf('useNtlm', spec.use_ntlm),
      element('customHeaders', spec.headers.map(header)),
      element('formData'),
    ]),
};

function header({ name, value, mask, $ }: HttpRequestBuilderHeader): XmlElement {
  return from(
    $.origin,
    // Jenkins knows the class by this name: HttpRequest.DescriptorImpl.xStreamCompatibility.
    element('pair', [leaf('name', name), leaf('value', value), leaf('maskValue', mask)]),
  );
}
