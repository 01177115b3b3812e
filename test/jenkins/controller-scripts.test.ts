import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { jobs as schema } from '../../schema/source/jobs/jobs.ts';

const inSandbox = '<script>x</script><sandbox>true</sandbox>';
const outside = '<script>x</script><sandbox>false</sandbox>';

function findings(job: string, jenkins = ''): readonly string[] {
  const sources = [
    { name: 'jobs.bitesize', text: `project: shop\njobs:\n  - ${job}\n` },
    ...(jenkins === ''
      ? []
      : [{ name: 'jenkins.bitesize', text: `project: shop\njenkins:\n  ${jenkins}\n` }]),
  ];
  return compile(sources, { emit: [] })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${code} ${span?.file.text.slice(span.start, span.end)}`);
}

const freestyle = (fields: string) => `{name: a, kind: freestyle, ${fields}}`;
const quoted = (xml: string) => `'${xml.replaceAll("'", "''")}'`;
const text = (xml: string) => freestyle(`fragments: [{at: builders, xml: ${quoted(xml)}}]`);

describe('an element of XML whose script runs inside Jenkins', () => {
  it.each([
    [
      'a system script of the newest plugin',
      `<hudson.plugins.groovy.SystemGroovy><source class="hudson.plugins.groovy.StringSystemScriptSource"><script>${outside}</script></source></hudson.plugins.groovy.SystemGroovy>`,
      'hudson.plugins.groovy.SystemGroovy',
    ],
    [
      'one of an older plugin',
      '<hudson.plugins.groovy.SystemGroovy><scriptSource class="hudson.plugins.groovy.StringScriptSource"><command>x</command></scriptSource></hudson.plugins.groovy.SystemGroovy>',
      'hudson.plugins.groovy.SystemGroovy',
    ],
    [
      'one with a sandbox that belongs to something else',
      `<hudson.plugins.groovy.SystemGroovy><source class="hudson.plugins.groovy.StringSystemScriptSource"><script><script>x</script></script></source><other><sandbox>true</sandbox></other></hudson.plugins.groovy.SystemGroovy>`,
      'hudson.plugins.groovy.SystemGroovy',
    ],
    [
      'one with two sandboxes',
      `<a><secureGroovyScript class="org.jenkinsci.plugins.scriptsecurity.sandbox.groovy.SecureGroovyScript">${inSandbox}<sandbox>false</sandbox></secureGroovyScript></a>`,
      'secureGroovyScript',
    ],
    [
      'a script after the build',
      `<org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder><script>${outside}</script></org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder>`,
      'script',
    ],
    [
      'a script that says nothing of a sandbox',
      '<a><b class="org.biouno.unochoice.model.GroovyScript"><secureScript><script>x</script></secureScript></b></a>',
      'secureScript',
    ],
    [
      'one whose class stands in the other attribute of XStream',
      '<a><b class="c.D" resolves-to="org.biouno.unochoice.model.ScriptlerScript"/></a>',
      'b',
    ],
    [
      'a script of a parameter',
      '<com.cwctravel.hudson.plugins.extended__choice__parameter.ExtendedChoiceParameterDefinition><groovyScript>x</groovyScript></com.cwctravel.hudson.plugins.extended__choice__parameter.ExtendedChoiceParameterDefinition>',
      'groovyScript',
    ],
    [
      'a script of Scriptler',
      '<org.jenkinsci.plugins.scriptler.builder.ScriptlerBuilder><scriptId>x</scriptId></org.jenkinsci.plugins.scriptler.builder.ScriptlerBuilder>',
      'org.jenkinsci.plugins.scriptler.builder.ScriptlerBuilder',
    ],
    [
      'a script of mails',
      '<hudson.plugins.emailext.ExtendedEmailPublisher><presendScript>x</presendScript></hudson.plugins.emailext.ExtendedEmailPublisher>',
      'presendScript',
    ],
    [
      'a condition of a phase',
      '<a><com.tikal.jenkins.plugins.multijob.PhaseJobsConfig><condition>x()</condition></com.tikal.jenkins.plugins.multijob.PhaseJobsConfig></a>',
      'condition',
    ],
    [
      'a class that nobody knows',
      `<a><org.example.Own plugin="git">${outside}</org.example.Own></a>`,
      'org.example.Own',
    ],
    [
      'one deep in others',
      `<a>${'<b>'.repeat(20)}<javaposse.jobdsl.plugin.ExecuteDslScripts/>${'</b>'.repeat(20)}</a>`,
      'javaposse.jobdsl.plugin.ExecuteDslScripts',
    ],
  ])('needs a word beside it: %s', (_, xml, element) => {
    expect(findings(text(xml))).toEqual([`check/controller-script <${element}`]);
    expect(findings(text(xml).replace(', xml:', ', allow: controller, xml:'))).toEqual([]);
  });

  it.each([
    [
      'in the sandbox',
      `<hudson.plugins.groovy.SystemGroovy><source class="hudson.plugins.groovy.StringSystemScriptSource"><script>${inSandbox}</script></source></hudson.plugins.groovy.SystemGroovy>`,
    ],
    [
      'of a file, which is always in it',
      '<hudson.plugins.groovy.SystemGroovy><source class="hudson.plugins.groovy.FileSystemScriptSource"><scriptFile>x</scriptFile></source></hudson.plugins.groovy.SystemGroovy>',
    ],
    [
      'of the settings of Jenkins',
      '<hudson.plugins.emailext.ExtendedEmailPublisher><presendScript>$DEFAULT_PRESEND_SCRIPT</presendScript></hudson.plugins.emailext.ExtendedEmailPublisher>',
    ],
    [
      'of the shell',
      '<a><org.jenkinsci.plugins.postbuildscript.model.ScriptFile><filePath>x</filePath><scriptType>GENERIC</scriptType><sandboxed>false</sandboxed></org.jenkinsci.plugins.postbuildscript.model.ScriptFile></a>',
    ],
    [
      'of an agent',
      '<hudson.plugins.groovy.Groovy><scriptSource class="hudson.plugins.groovy.StringScriptSource"><command>x</command></scriptSource></hudson.plugins.groovy.Groovy>',
    ],
  ])('needs none for a script %s', (_, xml) => {
    expect(findings(text(xml))).toEqual([]);
  });

  it('needs it wherever the XML stands', () => {
    const element = '<hudson.plugins.groovy.SystemGroovy/>';
    const flow =
      '<flow-definition><definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition"><script>x</script></definition></flow-definition>';
    expect(findings(freestyle(`builders: [{xml: '${element}'}]`))).toEqual([
      'check/controller-script <hudson.plugins.groovy.SystemGroovy',
    ]);
    expect(findings(`{name: a, kind: xml, xml: '${flow}'}`)).toEqual(['check/controller-script <definition']);
    expect(findings(`{name: a, kind: xml, allow: controller, xml: '${flow}'}`)).toEqual([]);
    const settings = `job_xml: [{job: a, at: builders, xml: '${element}'}]`;
    expect(findings(freestyle('label: x'), settings)).toContain(
      'check/controller-script <hudson.plugins.groovy.SystemGroovy',
    );
  });
});

describe('a thing whose script leaves the sandbox', () => {
  it.each([
    [freestyle('builders: [{system-groovy: x}]'), 'x'],
    [freestyle('publishers: [{groovy-postbuild: {script: x, sandbox: false}}]'), 'sandbox'],
    [freestyle('publishers: [{email-ext: {presend_script: x}}]'), 'presend_script'],
    [freestyle('parameters: [{active-choices: {name: A, script: {script: x, sandbox: false}}}]'), 'sandbox'],
    [freestyle('properties: [{inject: {groovy: {script: x, sandbox: false}}}]'), 'sandbox'],
    [freestyle('properties: [{lockable-resources: {match_script: {script: x, sandbox: false}}}]'), 'sandbox'],
    ['{name: a, kind: pipeline, script: x, sandbox: false}', 'sandbox'],
    [
      '{name: a, kind: multijob, builders: [{multijob: {name: b, quiet_period_groovy: x(), projects: [{name: /c}]}}]}',
      'quiet_period_groovy',
    ],
    [
      '{name: a, kind: multijob, builders: [{multijob: {name: b, projects: [{name: /c, enable_condition: \'"$A" == "b"\'}]}}]}',
      'enable_condition',
    ],
  ])('needs a word beside it: %s', (job, at) => {
    expect(findings(job)).toEqual([`check/controller-script ${at}`]);
  });

  it('may say it once for all pipelines', () => {
    const spec = (defaults: string) =>
      compile(
        [
          {
            name: 'jobs.bitesize',
            text: `project: shop\ndefaults: {pipeline: {${defaults}}}\njobs: [{name: a, kind: pipeline, script: x}]\n`,
          },
        ],
        { emit: [] },
      ).diagnostics.map(({ code }) => code);
    expect(spec('sandbox: false')).toEqual(['check/controller-script']);
    expect(spec('sandbox: false, allow: controller')).toEqual([]);
  });

  it('has a field for the word wherever there is one for the sandbox', () => {
    const without = Object.entries(schema.definitions ?? {}).filter(
      ([, { properties = {} }]) => 'sandbox' in properties && !('allow' in properties),
    );
    expect(without.map(([name]) => name)).toEqual([]);
  });
});
