import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharedFolder } from '../../corpus/corpora.ts';
import { compileGroovy, typecheckGroovy } from './compile-groovy.ts';

const imports = `import hudson.plugins.git.BranchSpec
import hudson.plugins.git.GitSCM
import hudson.plugins.git.UserRemoteConfig
import hudson.plugins.git.extensions.GitSCMExtension
import jenkins.model.Jenkins
import org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval
import org.jenkinsci.plugins.scriptsecurity.scripts.languages.GroovyLanguage
`;

async function messages(
  script: string,
  name = 'script.groovy',
  plugins?: readonly string[],
): Promise<string> {
  const { errors } = await typecheckGroovy(name, imports + script, plugins);
  return errors.map((error) => `${error.line}: ${error.message}`).join('\n');
}

test('a script of today is accepted', async () => {
  const script = `Jenkins j = Jenkins.get()
List<GitSCMExtension> extensions = []
new GitSCM([new UserRemoteConfig('url', null, null, 'key')], [new BranchSpec('*/main')], null, null, extensions)
ScriptApproval.get().preapprove('text', GroovyLanguage.get())
j.save()`;
  expect(await messages(script)).toBe('');
});

test.each([
  [
    'wrong arguments',
    "new jenkins.security.s2m.AdminWhitelistRule().setMasterKillSwitch(false, 'x')",
    'setMasterKillSwitch',
  ],
  ['a method that is gone', "ScriptApproval.get().hash('text', GroovyLanguage.get())", 'hash'],
  ['a class of 2.164 and before', 'import jenkins.CLI\nCLI.get().setEnabled(false)', 'CLI'],
  ['a constructor with four arguments', "new GitSCM([], [new BranchSpec('x')], null, null)", 'GitSCM'],
  ['a wrong argument', "Jenkins.get().setNumExecutors('0')", 'setNumExecutors'],
  ['a property that is gone', 'Jenkins.get().slaveAgentPortt = 1', 'slaveAgentPortt'],
  ['a static method of an interface', "List.of('a')", 'static method of an interface'],
  ['a GString', 'Jenkins j = Jenkins.get()\nj.setSystemMessage("on $' + '{j}")', 'GString'],
])('%s is refused', async (_, script, message) => {
  expect(await messages(script)).toContain(message);
});

test('a script whose name is no identifier must not have methods that a caller has to fit its arguments to', async () => {
  const script = 'void greet(Object whom) { println whom }\ngreet(1)';
  expect(await messages(script, '10-greet.groovy')).toContain('no Java identifier');
  expect(await messages(script, 'greet.groovy')).toBe('');
  expect(await messages('void greet(String whom) { println whom }\ngreet("a")', '10-greet.groovy')).toBe('');
  expect(await messages('class A { static void greet(Object whom) {} }\nA.greet(1)', '10-greet.groovy')).toBe(
    '',
  );
});

test('a class of a plugin that is not installed is refused', async () => {
  expect(await messages('Jenkins.get()', 'script.groovy', ['script-security'])).toContain(
    'hudson.plugins.git',
  );
});

test('deprecated calls are warnings', async () => {
  const { errors, warnings } = await typecheckGroovy(
    'script.groovy',
    'jenkins.model.Jenkins.getInstance().save()',
  );
  expect(errors).toEqual([]);
  expect(warnings).toEqual([
    { line: 1, column: 1, message: 'deprecated: jenkins.model.Jenkins.getInstance' },
  ]);
});

test('the limits of the class file are seen', async () => {
  const long = `x = '${'a'.repeat(65_536)}'`;
  expect((await compileGroovy('long.groovy', long)).errors).not.toEqual([]);
  const many = Array.from({ length: 6000 }, (_, index) => `println '${index}'`).join('\n');
  expect((await compileGroovy('many.groovy', many)).errors).not.toEqual([]);
  expect((await compileGroovy('fine.groovy', "println 'a'")).errors).toEqual([]);
});

const worked = join(sharedFolder, 'reference/init-scripts');
const names = existsSync(worked) ? readdirSync(worked) : ['(../shared/reference/init-scripts)'];
test.skipIf(!existsSync(worked)).each(names)('the worked script %s is accepted', async (name) => {
  const text = readFileSync(join(worked, name), 'utf8');
  // Under a name that is an identifier: one of them has a method of its own.
  const { errors } = await typecheckGroovy(`script_${name.replaceAll('-', '_')}`, text);
  expect(errors).toEqual([]);
});
