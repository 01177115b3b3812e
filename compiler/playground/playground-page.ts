import { pageHtml } from '../docs/html.ts';
import { sha256 } from '../util/sha256.ts';
import { type PlaygroundProgram, playgroundProgram } from './program.ts';

/**
 * Returns `playground.html`, one file that loads nothing; undefined where the command was not bundled, as in a checkout
 * without `npm run build`.
 */
export function playgroundPage(
  program: PlaygroundProgram | undefined = playgroundProgram,
): string | undefined {
  if (program === undefined) return undefined;
  const script = program.page.replaceAll('</script', '<\\/script');
  return pageHtml({
    title: 'Playground',
    up: '',
    head: `<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}">\n<style>${style}</style>`,
    body: `${body}
${dataElement('service-program', program.service)}
${dataElement('picture-program', program.picture)}
${dataElement('examples', JSON.stringify(program.examples))}`,
    tools: '',
    script,
  });
}

/**
 * What the browser lets the page do: run this very script and what it unpacks, and nothing else. No address can be asked
 * for, so nothing that is typed can leave the page, whatever a link holds.
 */
function policyFor(script: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${base64(sha256(script))}' blob: 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function base64(hex: string): string {
  return btoa(hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));
}

/** Data that no browser runs. */
function dataElement(id: string, data: string): string {
  return `<script type="text/plain" id="${id}">${data.replaceAll('<', '\\u003c')}</script>`;
}

const body = `<div class="play">
<h1>Playground</h1>
<noscript><p>The compiler runs in this page: it needs JavaScript.</p></noscript>
<div class="bar"><label>Example <select id="example"></select></label><button id="share" type="button">Share</button><button id="download" type="button">Download</button><p id="status" role="status" aria-busy="true">The compiler starts</p><p id="notice" role="status"></p></div>
<div class="panes">
<section aria-label="Specs">
<div class="bar"><div id="files" role="tablist" aria-label="Files"></div><button id="add" type="button">Add file</button><button id="remove" type="button">Remove file</button></div>
<div id="editor" role="tabpanel" aria-label="Editor"></div>
<h2>Findings</h2>
<p id="no-findings">Nothing is wrong.</p>
<ul id="findings"></ul>
</section>
<section aria-label="What they become">
<div class="bar"><div id="views" role="tablist" aria-label="Views"></div></div>
<div id="output" role="tabpanel" aria-label="Output">
<p id="following" aria-live="polite"><span id="follow-text">Go to a line of a spec: what it makes is marked here. Alt+Enter goes there and back.</span></p>
<div class="files"><div id="tree" role="tree" aria-label="Files of the output"></div><div class="file"><p id="path"></p><div id="text"></div></div></div>
</div>
<div id="pipeline" role="tabpanel" aria-label="Pipeline" hidden></div>
<div id="changes" role="tabpanel" aria-label="Changes" hidden></div>
</section>
</div>
<dialog id="adder" aria-labelledby="adder-title"><form id="adder-form" method="dialog"><h2 id="adder-title">Add a file</h2><p><label>Name <input id="new-name" list="spec-names" required autocomplete="off" spellcheck="false"></label></p><datalist id="spec-names"><option>build.bitesize<option>application.bitesize<option>environments.bitesize<option>jenkins.bitesize<option>jobs.bitesize</datalist><p><button value="add">Add</button> <button value="cancel" formnovalidate>Cancel</button></p></form></dialog>
</div>`;

const style = `
:root{--name:#7a3e9d;--marked:#fff3c9}
:root[data-theme=dark]{--name:#d3a6f0;--marked:#4a4013}
.page:has(.play){max-width:none;padding:1rem 1rem 2rem}
.play h1{font-size:1.4rem;margin:0 0 .4rem}.play h2{font-size:1rem;margin:.8rem 0 .3rem;padding:0;border:0}
.bar{display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center;margin-bottom:.4rem}.bar p{margin:0;color:var(--quiet);font-size:.9rem}
.bar label{display:flex;gap:.4rem;align-items:center;min-width:0}select{font:inherit;font-size:.9rem;color:inherit;background:var(--soft);border:1px solid var(--quiet);border-radius:6px;padding:.2rem;max-width:100%;min-width:0}
.panes{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:1rem}
[role=tablist]{display:flex;gap:.2rem;overflow-x:auto;max-width:100%;padding:3px}[role=tab]{white-space:nowrap}
[role=tab][aria-selected=true]{background:var(--page);border-color:var(--link);box-shadow:inset 0 -2px 0 var(--link);font-weight:600}[role=tab] small{color:var(--take)}
.cm-editor{height:26rem;border:1px solid var(--line);border-radius:6px;background:var(--page);font-size:.85rem}#text .cm-editor{height:32rem}
.cm-editor.cm-focused{outline:3px solid var(--link);outline-offset:1px}
.cm-editor .cm-scroller{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow:auto}
.cm-editor .cm-content{caret-color:var(--text)}
.cm-editor .cm-gutters{background:var(--soft);color:var(--quiet);border-right:1px solid var(--line)}
.cm-editor .cm-activeLine{background:color-mix(in srgb,var(--soft) 70%,transparent)}.cm-editor .cm-activeLineGutter{background:var(--line);color:var(--text)}
.cm-editor .cm-line.cm-marked{background:var(--marked);box-shadow:inset 3px 0 0 var(--link)}
.cm-tooltip.cm-tooltip{background:var(--page);color:var(--text);border:1px solid var(--quiet);border-radius:6px;max-width:min(36rem,92vw);font-size:.85rem}
.cm-tooltip .tip,.cm-tooltip.cm-completionInfo{padding:.4rem .6rem;max-height:50vh;overflow:auto}.markdown p,.markdown ul{margin:.2rem 0}
.cm-tooltip-autocomplete.cm-tooltip ul li[aria-selected]{background:var(--marked);color:var(--text)}.cm-completionDetail{color:var(--quiet)}
.cm-panels.cm-panels{background:var(--soft);color:var(--text)}.cm-editor .cm-button{background:var(--page);color:var(--text)}.cm-diagnosticAction.cm-diagnosticAction{background:var(--link);color:var(--page)}
#findings{list-style:none;padding:0;margin:0;max-height:24rem;overflow:auto;padding:3px}#findings li{border-left:3px solid var(--quiet);padding:.2rem .6rem;margin:.3rem 0;font-size:.9rem}#findings li.error{border-color:var(--take)}#findings p{margin:.1rem 0;color:var(--quiet)}#findings .fix{margin:.2rem .4rem .2rem 0}
code.code{position:static;font-size:.8em;color:var(--quiet);background:none}
#following{display:flex;flex-wrap:wrap;gap:.3rem;align-items:center;margin:.2rem 0 .4rem;font-size:.9rem;min-height:2rem}
.files{display:grid;grid-template-columns:minmax(9rem,16rem) minmax(0,1fr);gap:.6rem}#tree{height:34rem;overflow:auto;border:1px solid var(--line);border-radius:6px;padding:.3rem;font-size:.82rem}
#path{margin:0;font-size:.85rem;color:var(--quiet);min-height:1.6em}
[role=treeitem]{cursor:pointer;border-radius:4px;padding:.1rem .2rem}[role=treeitem]:hover{background:var(--soft)}[role=treeitem][aria-selected=true]{font-weight:700;background:var(--soft)}[role=treeitem].marked{background:var(--marked)}[role=treeitem][aria-expanded]::before{content:"▾ ";color:var(--quiet)}[role=treeitem][aria-expanded=false]::before{content:"▸ "}[role=treeitem] small{margin-left:.4rem;font-weight:700}
.broken #output .files{outline:2px dashed var(--quiet);outline-offset:3px}
#pipeline{overflow:auto}#pipeline svg{max-width:none}#pipeline [role=button]{cursor:pointer}
#changes pre{max-height:30rem}.added{color:var(--add)}.removed,.alarm{color:var(--take)}.changed{color:var(--key)}.faint{color:var(--quiet)}
dialog{color:var(--text);background:var(--page);border:1px solid var(--quiet);border-radius:8px}
@media (max-width:60rem){.panes,.files{grid-template-columns:minmax(0,1fr)}#tree{height:14rem}.cm-editor{height:20rem}}
`;
