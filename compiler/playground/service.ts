import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { planSummary } from '../diff/plan-summary.ts';
import { changeLines, type DiffPaint } from '../diff/print-changes-text.ts';
import { diff } from '../diff.ts';
import { printDot } from '../graph/print-dot.ts';
import { projectGraph } from '../graph/project-graph.ts';
import { completeAt } from '../language/complete.ts';
import { hoverAt } from '../language/hover.ts';
import { originsOfLine, outputLinesOf } from '../language/output.ts';
import type { Place } from '../language/place.ts';
import { completeCompilation, type ProjectView, viewProject } from '../language/workspace.ts';
import { isCode, specKindOf } from '../source/spec-kind.ts';
import { spanOf } from '../text/origin.ts';
import type { Span } from '../text/span.ts';
import type { PaintedText, PlayFile, PlayFinding, Question, QuestionKind, Questions } from './protocol.ts';

/** The functions that answer, by what is asked. */
type Answers = {
  readonly [K in QuestionKind]: (
    ask: Questions[K]['ask'],
  ) => Questions[K]['answer'] | Promise<Questions[K]['answer']>;
};

/** Returns what answers the questions of one page, in their order. */
export function createService(): (question: Question) => Promise<unknown> {
  let view = viewOf([]);
  let base = view;
  const answers: Answers = {
    update: ({ files }) => {
      view = viewOf(files, view);
      return null;
    },
    compile: async () => {
      const start = performance.now();
      const { diagnostics, artifacts, sources } = await completeCompilation(view);
      return {
        findings: diagnostics.map(findingOf),
        // Without any spec there is no project: what the compiler gives then is an empty Jenkins.
        artifacts:
          sources.length === 0 ? [] : artifacts.map(({ path, content }) => ({ path, text: content.text })),
        milliseconds: performance.now() - start,
      };
    },
    complete: ({ file, offset }) => completeAt(view, file, offset),
    hover: ({ file, offset }) => hoverAt(view, file, offset) ?? null,
    outputLines: ({ file, offset }) => outputLinesOf(view, file, offset),
    origins: ({ path, line }) => originsOfLine(view, path, line),
    picture: () => {
      const graph = projectGraph(view.analysis.project);
      const nodes = graph.nodes.map(({ id, label, origin }) => {
        const span = spanOf(origin);
        return { id, label, ...(span === undefined ? {} : { place: placeOf(span) }) };
      });
      return { dot: printDot(graph), nodes };
    },
    changes: async ({ base: files }) => {
      base = viewOf(files, base);
      const { changes, unified = '' } = diff(
        await completeCompilation(base),
        await completeCompilation(view),
        {
          unified: true,
        },
      );
      const lines = [...changeLines(changes, marks), '', planSummary(changes)].map(painted);
      return {
        lines: changes.length === 0 ? [[{ text: 'No changes.' }]] : lines,
        unified: shortened(unified),
      };
    },
  };
  return async ({ kind, ask }) => (answers[kind] as (given: typeof ask) => unknown)(ask);
}

/** Returns a view of files; `previous` is that of their texts before. */
function viewOf(files: readonly PlayFile[], previous?: ProjectView): ProjectView {
  const isSpec = ({ name }: PlayFile) => specKindOf(name) !== undefined && !isCode({ name });
  const others = files.filter((file) => !isSpec(file)).map(({ name, text }) => [name, text] as const);
  return viewProject(files.filter(isSpec), { files: new Map(others) }, previous);
}

function findingOf({ code, severity, message, span, labels, help, fixes }: Diagnostic): PlayFinding {
  return {
    code,
    severity,
    message,
    ...(span === undefined ? {} : { place: placeOf(span) }),
    labels: labels.map((label) => ({ ...placeOf(label.span), text: label.text })),
    help,
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ ...placeOf(edit.span), text: edit.text })),
    })),
  };
}

function placeOf({ file, start, end }: Span): Place {
  return { file: file.name, start, end };
}

/** No change has these characters: whatever is printed is cleaned of them. */
const [OPEN, CLOSE] = ['\u0001', '\u0002'];
const paints = ['added', 'changed', 'removed', 'faint', 'alarm'] as const;
const paintMark = (index: number) => (text: string) => `${OPEN}${index}${text}${CLOSE}`;
const marks: DiffPaint = {
  added: paintMark(0),
  changed: paintMark(1),
  removed: paintMark(2),
  faint: paintMark(3),
  alarm: paintMark(4),
  strong: (text) => text,
};

function painted(line: string): readonly PaintedText[] {
  const pieces = line.split(/(\u0001\d[^\u0002]*\u0002)/).filter((piece) => piece !== '');
  return pieces.map((piece) => {
    const paint = piece.startsWith(OPEN) ? paints[Number(piece[1])] : undefined;
    return paint === undefined ? { text: piece } : { text: piece.slice(2, -1), paint };
  });
}

const LONGEST = 400_000;

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}\n... and more\n`;
}
