import '../../docs/browser/theme.js';
import type { OutputLine } from '../../language/output.ts';
import type { Place } from '../../language/place.ts';
import type { PlayFile, PlayFinding, PlayOutput } from '../protocol.ts';
import { isFileName, stateOf } from '../shared-state.ts';
import { showChanges } from './changes.ts';
import { CompilerClient } from './compiler-client.ts';
import { button, element, make } from './elements.ts';
import { OutputView } from './output-view.ts';
import { showPicture } from './picture.ts';
import { SpecEditor } from './spec-editor.ts';
import { showTabs } from './tabs.ts';
import { download, share } from './taking-along.ts';

/*
 * The page on which specs are tried. The compiler runs beside it; whatever is typed stays in the page, unless the reader
 * copies a link that holds it.
 */

/** An example to begin with. */
interface Example {
  readonly name: string;
  readonly about: string;
  readonly files: readonly PlayFile[];
}

const examples: readonly Example[] = JSON.parse(element('examples').textContent ?? '[]');
let isSent = false;
const compiler = new CompilerClient(() => {
  isSent = false;
});
const status = element('status');
const notice = element('notice');
const chooser = element<HTMLSelectElement>('example');
const following = element('following');
const followText = element('follow-text');

let example = '';
let view: 'output' | 'pipeline' | 'changes' = 'output';
let output: PlayOutput | undefined;
/** The lines of the output that come from where the reader is in the specs, and which of them was last gone to. */
let made: readonly OutputLine[] = [];
let next = 0;

const editor = new SpecEditor(element('editor'), {
  changed: () => {
    tell('');
    schedule();
  },
  at: (file, offset) => void showMade(file, offset),
  follow: async (file, offset) => {
    await showMade(file, offset);
    goToNext(true);
  },
  complete: async (file, offset) => {
    await update();
    return compiler.ask('complete', { file, offset });
  },
  hover: async (file, offset) => {
    await update();
    return compiler.ask('hover', { file, offset });
  },
});
const result = new OutputView(
  { tree: element('tree'), text: element('text'), title: element('path') },
  {
    at: (path, line) => void showOrigins(path, line),
    follow: async (path, line) => {
      const [origin] = await compiler.ask('origins', { path, line });
      if (origin === undefined) tell('Nothing in the specs decides this line alone.');
      else goTo(origin);
    },
  },
);

/* What is typed is compiled: at once where the compiler has nothing to do, else as soon as it is ready. */

let isStale = false;
let isCompiling = false;

function schedule(): void {
  isStale = true;
  isSent = false;
  status.ariaBusy = 'true';
  if (!isCompiling) void compileAll();
}

/** Sends the texts as they are now, if they were not sent yet. */
async function update(): Promise<void> {
  if (isSent) return;
  isSent = true;
  await compiler.ask('update', { files: editor.files() });
}

async function compileAll(): Promise<void> {
  isCompiling = true;
  while (isStale) {
    isStale = false;
    try {
      await update();
      const compiled = await compiler.ask('compile', {});
      // What is found in a text that has changed meanwhile may be in another place now.
      if (isStale) continue;
      output = compiled;
      showOutput(compiled);
      await showView();
      void showMade(editor.file, editor.cursor);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      if (!started) isStale = true;
    }
  }
  isCompiling = false;
  status.ariaBusy = 'false';
}

let started = false;

function showOutput({ findings, artifacts, milliseconds }: PlayOutput): void {
  started = true;
  editor.setFindings(findings);
  showFindings(findings);
  showFiles();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  document.body.classList.toggle('broken', errors > 0);
  if (errors === 0) result.load(artifacts);
  const warnings = findings.length - errors;
  const files =
    errors === 0 ? `${artifacts.length} files of output` : 'no output: what is shown was made before';
  say(`${count(errors, 'error')}, ${count(warnings, 'warning')}, ${files}, ${Math.round(milliseconds)} ms`);
  document.body.dataset.compiled = String(Number(document.body.dataset.compiled ?? 0) + 1);
  document.body.dataset.milliseconds = String(milliseconds);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** Says how the compiler stands. */
function say(text: string): void {
  status.textContent = text;
}

/** Says what came of what the reader did; it stays when the compiler is done with something. */
function tell(text: string): void {
  notice.textContent = text;
}

function showFindings(findings: readonly PlayFinding[]): void {
  const list = element('findings');
  element('no-findings').hidden = findings.length > 0;
  list.replaceChildren(
    ...findings.map((finding) => {
      const { place, severity, fixes } = finding;
      const item = make('li', { class: severity });
      if (place !== undefined) {
        const label = `${place.file}:${editor.lineOf(place.file, place.start)}`;
        item.append(
          button(label, () => goTo(place), { class: 'place' }),
          ' ',
        );
      }
      item.append(make('b', {}, severity), editor.findingElement(finding));
      for (const { title, edits } of fixes)
        item.append(button(`Fix: ${title}`, () => editor.apply(edits), { class: 'fix' }));
      return item;
    }),
  );
}

/* From the specs to the output and back. */

let asked = 0;

async function showMade(file: string, offset: number): Promise<void> {
  const turn = ++asked;
  if (isStale) return;
  const lines = await compiler.ask('outputLines', { file, offset }).catch(() => []);
  if (turn !== asked) return;
  made = lines;
  next = 0;
  editor.mark([]);
  result.mark(lines);
  const paths = new Set(lines.map(({ path }) => path));
  const where = `${file}:${editor.lineOf(file, offset)}`;
  showFollowing(
    lines.length === 0
      ? `${where} makes no line of the output alone`
      : `${where} makes ${count(lines.length, 'line')} in ${count(paths.size, 'file')}`,
    lines.length === 0 ? [] : [button('Next line', () => goToNext(false))],
  );
  const [first] = lines;
  if (first !== undefined && !paths.has(result.place.path)) return;
  const here = lines.find(({ path }) => path === result.place.path);
  if (here !== undefined) result.goTo(here, false);
}

function goToNext(takeFocus: boolean): void {
  const line = made[next % Math.max(1, made.length)];
  if (line === undefined) return;
  next++;
  if (view !== 'output') chooseView('output');
  result.goTo(line, takeFocus);
}

async function showOrigins(path: string, line: number): Promise<void> {
  const turn = ++asked;
  if (isStale) return;
  const origins = await compiler.ask('origins', { path, line }).catch(() => []);
  if (turn !== asked) return;
  made = [];
  result.mark([{ path, line }]);
  const places = origins.map((origin) => ({ origin, line: editor.lineOf(origin.file, origin.start) }));
  editor.mark(places.map(({ origin: { file }, line }) => ({ file, line })));
  showFollowing(
    places.length === 0
      ? `${path}:${line} is decided by the compiler, or by defaults`
      : `${path}:${line} comes from`,
    places
      .slice(0, 4)
      .map(({ origin, line }) => button(`${origin.file}:${line}`, () => goTo(origin), { class: 'place' })),
  );
}

function showFollowing(text: string, buttons: readonly HTMLButtonElement[]): void {
  followText.textContent = text;
  for (const old of following.querySelectorAll('button')) old.remove();
  following.append(...buttons);
}

function goTo({ file, start }: Place): void {
  editor.goTo(file, start);
  showFiles();
}

/* Files, views, examples. */

function showFiles(): void {
  const tabs = editor.names.map((name) => {
    const found = output?.findings.filter(({ place }) => place?.file === name).length ?? 0;
    return { id: name, label: name, ...(found > 0 ? { note: String(found) } : {}) };
  });
  const choose = (name: string) => {
    editor.show(name);
    showFiles();
  };
  showTabs(element('files'), tabs, editor.file, { panel: 'editor', choose });
}

const views = [
  { id: 'output', label: 'Output' },
  { id: 'pipeline', label: 'Pipeline' },
  { id: 'changes', label: 'Changes' },
] as const;

function chooseView(id: string): void {
  view = views.find((each) => each.id === id)?.id ?? 'output';
  showTabs(element('views'), views, view, { panel: view, choose: chooseView });
  for (const each of views) element(each.id).hidden = each.id !== view;
  void showView();
}

async function showView(): Promise<void> {
  if (view === 'pipeline') await showPicture(element('pipeline'), await compiler.ask('picture', {}), goTo);
  if (view === 'changes') {
    const base = examples.find(({ name }) => name === example)?.files ?? [];
    showChanges(element('changes'), await compiler.ask('changes', { base }));
  }
}

function load(name: string, files: readonly PlayFile[]): void {
  example = name;
  chooser.value = name;
  editor.load(files, 'environments.bitesize');
  output = undefined;
  tell('');
  showFiles();
  schedule();
}

function loadExample(name: string): void {
  const found = examples.find((each) => each.name === name) ?? examples[0];
  if (found !== undefined) load(found.name, found.files);
}

chooser.append(...examples.map(({ name, about }) => make('option', { value: name }, `${name}: ${about}`)));
chooser.addEventListener('change', () => {
  history.replaceState(null, '', location.pathname + location.search);
  loadExample(chooser.value);
});

const adder = element<HTMLDialogElement>('adder');
const newName = element<HTMLInputElement>('new-name');
element('add').addEventListener('click', () => {
  newName.value = '';
  newName.setCustomValidity('');
  adder.showModal();
});
newName.addEventListener('input', () => {
  const name = newName.value.trim();
  const isKnown = editor.names.includes(name);
  newName.setCustomValidity(
    isKnown ? 'This file is there.' : isFileName(name) ? '' : 'A path of letters, digits, -, _ and .',
  );
});
element('adder-form').addEventListener('submit', () => {
  const name = newName.value.trim();
  if (adder.returnValue === 'cancel' || !isFileName(name) || editor.names.includes(name)) return;
  editor.add(name, '');
  showFiles();
});
element('remove').addEventListener('click', () => {
  editor.remove(editor.file);
  showFiles();
});

/* Links and files to take along. */

element('share').addEventListener('click', async () => {
  tell(await share({ example, files: editor.files() }));
});
element('download').addEventListener('click', () => {
  download(isFileName(example) ? example : 'bitesize', editor.files(), output?.artifacts ?? []);
});

function openLink(): void {
  const link = location.hash.slice(1);
  const isLink = link !== '' && link !== 'main';
  const state = isLink ? stateOf(link) : undefined;
  if (state !== undefined) {
    load(state.example, state.files);
    return;
  }
  const isFirst = editor.names.length === 0;
  if (isFirst) loadExample(examples[0]?.name ?? '');
  if (isLink) tell(`The link cannot be read; ${isFirst ? 'this is an example' : 'what was here is left'}.`);
}

addEventListener('hashchange', openLink);
chooseView('output');
openLink();
