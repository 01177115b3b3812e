import { expect, it } from 'vitest';
import { diagnosticsOf, findingsOf } from '../findings.ts';

function jenkins(xml: string) {
  return `project: shop\njenkins:\n  job_xml:\n    - {job: web, at: properties, xml: ${JSON.stringify(xml)}}\n`;
}

const inJob = (element: string, ...fields: string[]) => `<${element}>${fields.join('')}</${element}>`;

it.each([
  ['<authToken>open-sesame</authToken>', 'open-sesame'],
  ['<authToken>12345678</authToken>', '12345678'],
  [
    inJob(
      'hudson.model.PasswordParameterDefinition',
      '<name>PW</name>',
      '<defaultValue>hunter22</defaultValue>',
    ),
    'hunter22',
  ],
  [inJob('EnvInjectPasswordEntry', '<name>X</name>', '<value>hunter22</value>'), 'hunter22'],
  [
    inJob('com.example.MaskPasswordsBuildWrapper_-VarPasswordPair', '<password>hunter22</password>'),
    'hunter22',
  ],
  ["<varPasswordPair var='X' password='hunter22'/>", 'hunter22'],
  [
    "<source class='a.CertificateCredentialsImpl$UploadedKeyStoreSource'><uploadedKeystoreBytes>aGVsbG8=</uploadedKeystoreBytes></source>",
    'aGVsbG8=',
  ],
  [inJob('a.Other', '<name>API_TOKEN</name>', '<defaultValue>hunter22</defaultValue>'), 'hunter22'],
  ['<a.Other><apiToken>hunter22</apiToken></a.Other>', 'hunter22'],
])('%s', (xml, secret) => {
  expect(findingsOf({ jenkins: jenkins(xml) })).toEqual([`secret/job-field ${secret}`]);
});

it.each([
  '<authToken>{AQAAABAAAAAQuJ5mDpbLwSuYZcJCbW9v4w==}</authToken>',
  '<authToken/>',
  inJob('hudson.model.StringParameterDefinition', '<name>BRANCH</name>', '<defaultValue>main</defaultValue>'),
  inJob('hudson.model.PasswordParameterDefinition', '<name>PW</name>', '<defaultValue></defaultValue>'),
  inJob('a.Slack', '<tokenCredentialId>slack</tokenCredentialId>'),
])('%s has none', (xml) => expect(findingsOf({ jenkins: jenkins(xml) })).toEqual([]));

it('masks all of a fragment where a secret stands twice or is written with an escape', () => {
  for (const xml of ['<authToken a="abcdef">abcdef</authToken>', '<authToken>abc&amp;def</authToken>']) {
    const [found, ...others] = diagnosticsOf({ jenkins: jenkins(xml) });
    expect(others).toEqual([]);
    expect(found?.span?.file.text.slice(found.span.start, found.span.end)).toContain(
      xml.replaceAll('"', '\\"'),
    );
  }
});

it('says how the job does without it', () => {
  const [found] = diagnosticsOf({ jenkins: jenkins('<authToken>open-sesame</authToken>') });
  expect(found?.help).toEqual([expect.stringContaining('remove it')]);
  expect(JSON.stringify([found?.message, found?.help])).not.toContain('sesame');
});
