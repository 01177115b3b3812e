import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emacsTool } from '../tools/emacs.ts';
import { ANSWER, editorProject } from './editor-project.ts';

const editors = join(import.meta.dirname, '../../../editors');
const emacs = emacsTool.find();

/** Opens the spec, waits for findings, and asks for a page. */
const script = `
(package-initialize)
(add-to-list 'load-path "${join(editors, 'emacs')}")
(require 'bitesize)
(setq eglot-sync-connect t eglot-autoshutdown nil)
(defun await (what)
  (let ((end (+ (float-time) 60)))
    (while (and (not (funcall what)) (< (float-time) end)) (accept-process-output nil 0.05))
    (unless (funcall what) (error "nothing came"))))
(find-file "build.bitesize")
(apply #'eglot (eglot--guess-contact))
(let* ((found nil) (mode (symbol-name major-mode)))
  (flymake-mode 1)
  (await (lambda () (flymake-start) (setq found (flymake-diagnostics))))
  (bitesize-explain "schema/unknown-field")
  (let ((page (with-current-buffer "*bitesize*" (buffer-substring (point-min) (line-end-position)))))
    (write-region
     (format "%s\\n%s\\n%s\\n" mode (flymake-diagnostic-text (car found)) page)
     nil "${ANSWER}")))
(kill-emacs 0)
`;

test.skipIf(emacs === undefined)('Emacs with the settings of editors/emacs finds and explains', async () => {
  const { folder, home, env, remove } = await editorProject();
  onTestFinished(remove);
  const file = join(home, 'test.el');
  writeFileSync(file, script);
  const ran = spawnSync(emacs ?? '', ['--batch', '--load', file], { cwd: folder, env, encoding: 'utf8' });
  expect(ran.status, ran.stderr).toBe(0);
  const answer = readFileSync(join(folder, ANSWER), 'utf8');
  expect(answer).toContain('bitesize-mode');
  expect(answer).toContain('unknown field `brnach`');
  expect(answer).toContain('# schema/unknown-field');
});
