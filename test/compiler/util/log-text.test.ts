import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colouredLogText, logText } from '../../../compiler/util/log-text.ts';
import { runnerCommand } from './runner-command.ts';

const COMMANDS = [
  '::add-mask::x',
  ' ::group::x',
  '\t\u00a0::stop-commands::x',
  '::error file=a,line=1::x',
  '##[group]x',
  'some text ##[add-mask]x',
  '14 | # ##[group]x',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[message text='x']",
  '\u200b::add-mask::x',
  ':\u00ad:add-mask::x',
  '#\u200d#[group]x',
  '##\u2060[group]x',
  '\u0301::add-mask::x',
  '#####[group]x',
];

describe('the text of a log', () => {
  it.each(COMMANDS)('%j is a command, and is none any more', (text) => {
    expect(runnerCommand(text)).toBe(text);
    expect(runnerCommand(logText(text))).toBe(undefined);
    expect(runnerCommand(colouredLogText(`a\n${text}\nb`))).toBe(undefined);
  });

  it('shows where a command was', () => {
    expect(logText(' ::add-mask::x\n+ echo "##[group]x"\n')).toBe(
      ' \\::add-mask::x\n+ echo "#\\#[group]x"\n',
    );
  });

  it.each(['a::b\n', ' ::: a/build.bitesize:4:16\n', '# [x]\n', '## title [x]\n', '+::x::\n', '\ta\r\nb\n'])(
    'leaves %j as it is',
    (text) => expect(logText(text)).toBe(text),
  );

  it('keeps colours only where they are ours', () => {
    expect(colouredLogText('\u001b[31ma\u001b[0m\u001b]0;title\u0007')).toBe(
      '\u001b[31ma\u001b[0m\ufffd]0;title\ufffd',
    );
    expect(logText('\u001b[31ma')).toBe('\ufffd[31ma');
  });

  it('has no sections of GitLab, which end with a carriage return', () => {
    expect(logText('section_start:1:x\r\u001b[0Ktitle')).toBe('section_start:1:x\ufffd\ufffd[0Ktitle');
  });

  it('has no command, whatever it is made of', () => {
    const piece = fc.constantFrom(
      ':',
      '::',
      '#',
      '##',
      '[',
      'a',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u001b[1m',
      '\u200b',
      '\u0301',
      '\u00ad',
      'vso',
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (given) => {
        expect(runnerCommand(logText(given))).toBe(undefined);
        expect(runnerCommand(colouredLogText(given))).toBe(undefined);
      }),
      { seed: 20170101, numRuns: 3000 },
    );
  });

  it('stays what it is when it is cleaned again', () => {
    for (const text of COMMANDS) expect(logText(logText(text))).toBe(logText(text));
  });
});
