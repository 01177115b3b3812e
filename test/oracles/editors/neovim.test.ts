import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { neovimTool } from '../tools/neovim.ts';
import { ANSWER, editorProject } from './editor-project.ts';

const editors = join(import.meta.dirname, '../../../editors');
const nvim = neovimTool.find();

/** What a user would do by hand: open the spec, wait for findings, apply the fix, write. */
const script = `
vim.filetype.add({ extension = { bitesize = 'yaml.bitesize' } })
vim.lsp.enable('bitesize')
vim.cmd.edit('build.bitesize')
local function wait(what) assert(vim.wait(60000, what, 20), 'nothing came') end
wait(function() return #vim.diagnostic.get(0) > 0 end)
local found = vim.diagnostic.get(0)[1]
local lines = { found.code, found.source, found.lnum .. ':' .. found.col .. '-' .. found.end_col }
local client = vim.lsp.get_clients({ bufnr = 0 })[1]
lines[#lines + 1] = client.root_dir == vim.fn.getcwd() and 'root' or client.root_dir
local params = { textDocument = { uri = vim.uri_from_bufnr(0) },
  range = { start = { line = 5, character = 8 }, ['end'] = { line = 5, character = 8 } },
  context = { diagnostics = {} } }
local actions = client:request_sync('textDocument/codeAction', params, 60000, 0).result
for _, action in ipairs(actions) do
  if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding) break end
end
wait(function() return #vim.diagnostic.get(0) == 0 end)
lines[#lines + 1] = vim.trim(vim.api.nvim_buf_get_lines(0, 5, 6, false)[1])
vim.lsp.commands['bitesize.explain'](
  { command = 'bitesize.explain', arguments = { 'schema/unknown-field' } }, { client_id = client.id, bufnr = 0 })
wait(function() return #vim.api.nvim_list_wins() > 1 end)
local shown = vim.api.nvim_win_get_buf(vim.api.nvim_list_wins()[2])
lines[#lines + 1] = vim.api.nvim_buf_get_lines(shown, 0, 1, false)[1]
vim.fn.writefile(lines, '${ANSWER}')
vim.cmd('qall!')
`;

test.skipIf(nvim === undefined)(
  'Neovim with the settings of editors/neovim finds, fixes and explains',
  async () => {
    const { folder, home, env, remove } = await editorProject();
    onTestFinished(remove);
    cpSync(join(editors, 'neovim'), join(home, '.config/nvim'), { recursive: true });
    const file = join(home, 'test.lua');
    writeFileSync(file, script);
    const ran = spawnSync(nvim ?? '', ['--headless', '-c', `luafile ${file}`, '-c', 'cquit'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect([ran.status, ran.stderr]).toEqual([0, expect.any(String)]);
    const [explained, ...others] = readFileSync(join(folder, ANSWER), 'utf8').trimEnd().split('\n').reverse();
    expect(others.reverse()).toEqual(['schema/unknown-field', 'bitesize', '5:6-12', 'root', 'branch: main']);
    expect(explained).toContain('schema/unknown-field');
  },
);
