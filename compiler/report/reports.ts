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
];
