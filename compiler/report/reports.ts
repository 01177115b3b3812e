import type { RenderReport } from './report.ts';

/** A format for `--report`. Its code is loaded only when it is asked for. */
export interface ReportFormat {
  readonly name: string;
  readonly description: string;
  readonly load: () => Promise<RenderReport>;
}

/** Every format of reports, in the order in which they are listed for people. */
export const reportFormats: readonly ReportFormat[] = [
  {
    name: 'text',
    description: 'code frames for people',
    load: async () => (await import('./text.ts')).renderText,
  },
  {
    name: 'json',
    description: 'everything, for programs (schema/report.schema.json)',
    load: async () => (await import('./json.ts')).renderJson,
  },
  {
    name: 'sarif',
    description: 'SARIF 2.1.0, for code scanning',
    load: async () => (await import('./sarif.ts')).renderSarif,
  },
  {
    name: 'junit',
    description: 'JUnit XML, for the test results of a CI',
    load: async () => (await import('./junit.ts')).renderJunit,
  },
  {
    name: 'github',
    description: 'annotations of GitHub Actions',
    load: async () => (await import('./github.ts')).renderGithub,
  },
  {
    name: 'gitlab',
    description: 'GitLab code quality',
    load: async () => (await import('./gitlab.ts')).renderGitlab,
  },
  {
    name: 'checkstyle',
    description: 'Checkstyle XML, for Jenkins and others',
    load: async () => (await import('./checkstyle.ts')).renderCheckstyle,
  },
];
