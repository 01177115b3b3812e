;;; bitesize.el --- Specs of bitesize with eglot -*- lexical-binding: t -*-

;; Eglot is part of Emacs 29; Emacs 28 has it from ELPA.  Put this file where `load-path' leads, and into init.el:
;;
;;   (require 'bitesize)
;;   (add-hook 'bitesize-mode-hook #'eglot-ensure)

;;; Code:

(require 'eglot)
(require 'conf-mode)

(defvar bitesize-command '("bitesize" "lsp")
  "The language server of bitesize, as a list of words.")

(define-derived-mode bitesize-mode conf-colon-mode "Bitesize"
  "Major mode for specs of bitesize: YAML whose rules the language server knows."
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local comment-start "# "))

(add-to-list 'auto-mode-alist '("\\.bitesize\\'" . bitesize-mode))

(add-to-list 'eglot-server-programs
             (cons 'bitesize-mode (lambda (&rest _) bitesize-command)))

(defun bitesize-explain (code)
  "Show the page about the finding CODE, such as `schema/unknown-field'."
  (interactive
   (list (read-string "Code: " (bitesize--code-at-point))))
  (let ((page (jsonrpc-request (eglot--current-server-or-lose) :workspace/executeCommand
                               `(:command "bitesize.explain" :arguments [,code]))))
    (with-help-window "*bitesize*"
      (princ (plist-get page :markdown)))))

(defun bitesize--code-at-point ()
  "The code of the finding at point, or nil."
  (let ((found (car (flymake-diagnostics (point)))))
    (and found
         (string-match "\\([a-z]+/[a-z-]+\\)" (flymake-diagnostic-text found))
         (match-string 1 (flymake-diagnostic-text found)))))

(defun bitesize-show-output ()
  "List the lines of output that come from point."
  (interactive)
  (let ((lines (jsonrpc-request
                (eglot--current-server-or-lose) :workspace/executeCommand
                `(:command "bitesize.showOutput"
                  :arguments [,(plist-get (eglot--TextDocumentIdentifier) :uri)
                              ,(eglot--pos-to-lsp-position)]))))
    (with-help-window "*bitesize output*"
      (mapc (lambda (line)
              (princ (format "%s:%d: %s\n" (plist-get line :path) (plist-get line :line)
                             (plist-get line :text))))
            lines))))

(provide 'bitesize)

;;; bitesize.el ends here
