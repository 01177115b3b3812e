-- The language server of bitesize for Neovim 0.11 and later. Put this file into ~/.config/nvim/lsp/, and into init.lua:
--
--   vim.filetype.add({ extension = { bitesize = 'yaml.bitesize' } })
--   vim.lsp.enable('bitesize')

-- Shows the page of a finding beside the text.
vim.lsp.commands['bitesize.explain'] = function(command, context)
  local client = assert(vim.lsp.get_client_by_id(context.client_id))
  client:request('workspace/executeCommand', {
    command = command.command,
    arguments = command.arguments,
  }, function(problem, page)
    if problem or not page then return end
    vim.lsp.util.open_floating_preview(vim.split(page.markdown, '\n'), 'markdown', { border = 'rounded' })
  end, context.bufnr)
end

-- Lists the lines of output that come from the cursor.
vim.lsp.commands['bitesize.showOutput'] = function(command, context)
  local client = assert(vim.lsp.get_client_by_id(context.client_id))
  client:request('workspace/executeCommand', {
    command = command.command,
    arguments = command.arguments,
  }, function(problem, lines)
    if problem or not lines or #lines == 0 then return end
    local items = {}
    for _, line in ipairs(lines) do
      items[#items + 1] = { text = string.format('%s:%d: %s', line.path, line.line, line.text) }
    end
    vim.fn.setqflist({}, ' ', { title = 'Output that comes from here', items = items })
    vim.cmd('copen')
  end, context.bufnr)
end

return {
  cmd = { 'bitesize', 'lsp' },
  filetypes = { 'yaml.bitesize', 'typescript' },
  -- Specs in TypeScript are TypeScript to the editor; in a folder without specs the server has nothing to say.
  root_markers = {
    'build.bitesize',
    'jobs.bitesize',
    'environments.bitesize',
    'jenkins.bitesize',
    'build.bitesize.ts',
    'jobs.bitesize.ts',
    'environments.bitesize.ts',
    'jenkins.bitesize.ts',
  },
  workspace_required = true,
}
