import { describe, expect, it } from 'vitest';
import { canonical } from '../../../compiler/import/canonical.ts';
import { distance } from '../../../compiler/import/distance.ts';
import { treeIn } from './read-xml.ts';

const alike: readonly (readonly [string, string, string])[] = [
  ['fields in another order', '<a><b>1</b><c>2</c></a>', '<a><c>2</c><b>1</b></a>'],
  ['a field that is false', '<a><b>false</b></a>', '<a/>'],
  ['a field that is 0', '<a><b>0</b></a>', '<a/>'],
  ['a flag as Python writes it', '<a><b>True</b><c>False</c></a>', '<a><b>true</b></a>'],
  [
    'a flag of a parameter',
    '<hudson.model.BooleanParameterDefinition><defaultValue>false</defaultValue></hudson.model.BooleanParameterDefinition>',
    '<hudson.model.BooleanParameterDefinition/>',
  ],
  ['a field with nothing in it', '<a><b/></a>', '<a/>'],
  ['an empty script of EnvInject', '<a><secureGroovyScript><script/></secureGroovyScript></a>', '<a/>'],
  ['traits in another order', '<a><traits><x.P/><x.Q/></traits></a>', '<a><traits><x.Q/><x.P/></traits></a>'],
  ['the plugin of a class', '<a><x.Y plugin="y@1.2"/></a>', '<a><x.Y/></a>'],
  [
    'the class of a list',
    '<a><b class="java.util.Arrays$ArrayList"><string>x</string></b></a>',
    '<a><b><string>x</string></b></a>',
  ],
  ['a list without items', '<a><b class="empty-list"/></a>', '<a/>'],
  [
    'properties in another order',
    '<a><properties><x.P/><x.Q/></properties></a>',
    '<a><properties><x.Q/><x.P/></properties></a>',
  ],
  [
    'the end of a project URL',
    '<a><projectUrl>https://example.com/x</projectUrl></a>',
    '<a><projectUrl>https://example.com/x/</projectUrl></a>',
  ],
  [
    'a class with a fallback',
    '<a><com.tikal.jenkins.plugins.multijob.PhaseJobsConfig><killPhaseOnJobResultCondition>NEVER</killPhaseOnJobResultCondition></com.tikal.jenkins.plugins.multijob.PhaseJobsConfig></a>',
    '<a><com.tikal.jenkins.plugins.multijob.PhaseJobsConfig/></a>',
  ],
];

const apart: readonly (readonly [string, string, string])[] = [
  ['items in another order', '<a><x.P/><x.Q/></a>', '<a><x.Q/><x.P/></a>'],
  [
    'texts in another order',
    '<a><string>x</string><string>y</string></a>',
    '<a><string>y</string><string>x</string></a>',
  ],
  ['an item more', '<a><x.P/></a>', '<a><x.P/><x.P/></a>'],
  ['an empty text among others', '<a><string/><string>x</string></a>', '<a><string>x</string></a>'],
  ['an object whose fields are all off, and none', '<a><b><c>false</c></b></a>', '<a/>'],
  [
    'waiting for jobs, whatever they come to',
    '<hudson.plugins.parameterizedtrigger.BlockableBuildTriggerConfig><block/></hudson.plugins.parameterizedtrigger.BlockableBuildTriggerConfig>',
    '<hudson.plugins.parameterizedtrigger.BlockableBuildTriggerConfig/>',
  ],
  ['another class', '<a><b class="x.P"/></a>', '<a><b class="x.Q"/></a>'],
  ['white space in a text', '<a><b>x </b></a>', '<a><b>x</b></a>'],
  ['a field that is true', '<a><b>true</b></a>', '<a/>'],
  [
    'a text that is 0',
    '<hudson.model.StringParameterDefinition><defaultValue>0</defaultValue></hudson.model.StringParameterDefinition>',
    '<hudson.model.StringParameterDefinition/>',
  ],
  [
    'texts that both look like nothing',
    '<hudson.tasks.Shell><command>0</command></hudson.tasks.Shell>',
    '<hudson.tasks.Shell><command>false</command></hudson.tasks.Shell>',
  ],
  [
    'a text that looks like a flag',
    '<hudson.tasks.Shell><command>True</command></hudson.tasks.Shell>',
    '<hudson.tasks.Shell><command>true</command></hudson.tasks.Shell>',
  ],
  ['items that look like flags', '<a><string>True</string></a>', '<a><string>true</string></a>'],
  ['a number that may be missing', '<project><quietPeriod>0</quietPeriod></project>', '<project/>'],
  [
    'a field that is true when it is absent',
    '<a><hudson.tasks.ArtifactArchiver><followSymlinks>false</followSymlinks></hudson.tasks.ArtifactArchiver></a>',
    '<a><hudson.tasks.ArtifactArchiver/></a>',
  ],
];

describe('two configurations', () => {
  it.each(alike)('are the same to Jenkins: %s', (_, a, b) => {
    expect(distance(canonical(treeIn(a)), canonical(treeIn(b)))).toBe(0);
    expect(canonical(treeIn(a))).toEqual(canonical(treeIn(b)));
  });

  it.each(apart)('differ: %s', (_, a, b) => {
    expect(distance(canonical(treeIn(a)), canonical(treeIn(b)))).toBeGreaterThan(0);
  });
});
