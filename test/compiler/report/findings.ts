import { diagnose } from '../../../compiler/diagnostics/diagnose.ts';
import type { Finding } from '../../../compiler/report/finding.ts';
import type { ReportContext } from '../../../compiler/report/report.ts';
import type { SourceFile, Span } from '../../../compiler/text/span.ts';

/** A spec with two named things around each place. */
export const environments: SourceFile = {
  name: 'environments.bitesize',
  text: `project: shop
environments:
  - name: Development
    services:
      - name: web
        application: wbe
        ssl: "true"
        env:
          - name: TOKEN
            value: hunter2-hunter2
`,
};

export const application: SourceFile = {
  name: 'application.bitesize',
  text: 'project: shop\napplications:\n  - name: web\n',
};

/** Returns the span of the first occurrence of a text in a file. */
export function spanOfText(file: SourceFile, text: string): Span {
  const start = file.text.indexOf(text);
  if (start === -1) throw new Error(`no ${text} in ${file.name}`);
  return { file, start, end: start + text.length };
}

/** An error with a label in another file and an unsafe fix. */
export function unknownApplication(folder = ''): Finding {
  const span = spanOfText(environments, 'wbe');
  return {
    folder,
    diagnostic: diagnose('schema/not-allowed', { field: 'application', value: 'wbe' }, span, {
      labels: [{ span: spanOfText(application, 'web'), text: 'an application of this name is here' }],
      help: 'did you mean `web`?',
      fixes: [{ title: 'write `web`', edits: [{ span, text: 'web' }], safe: false }],
    }),
  };
}

/** A warning with a safe fix. */
export function unusedComment(folder = ''): Finding {
  const span = spanOfText(environments, '"true"');
  return {
    folder,
    diagnostic: diagnose('suppression/unused', { code: 'schema/x' }, span, {
      fixes: [{ title: 'remove the quotes', edits: [{ span, text: 'true' }], safe: true }],
    }),
  };
}

/** An error without a place. */
export function noSpecs(folder = ''): Finding {
  return { folder, diagnostic: diagnose('file/no-specs', { folder }, undefined) };
}

export const context: ReportContext = {
  version: '1.2.3',
  projects: [{ folder: '', files: ['application.bitesize', 'environments.bitesize'] }],
  fleets: [],
  milliseconds: 12,
  maximum: 0,
  width: 100,
  colour: false,
};
