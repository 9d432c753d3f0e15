-- Run by `neovim` beside this file. Says what it saw; leaves with an error where something is not as it should be.
local function say(text) io.stdout:write('neovim: ' .. text .. '\n') end
local function must(condition, text)
  if condition then return say('ok ' .. text) end
  say('FAILED ' .. text)
  vim.cmd('cquit 1')
end

local settings = { name = 'taiyaku', cmd = { os.getenv('TAIYAKU'), 'lsp' }, root_dir = vim.fn.getcwd() }
local id
if vim.lsp.start then
  id = vim.lsp.start(settings)
else
  id = vim.lsp.start_client(settings)
  vim.lsp.buf_attach_client(0, id)
end

local function forbidden()
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.code == 'term_forbidden' or (found.user_data and found.user_data.lsp and found.user_data.lsp.code == 'term_forbidden') then
      return found
    end
  end
end
local function line_of(number) return vim.api.nvim_buf_get_lines(0, number, number + 1, true)[1] end

must(vim.wait(30000, function() return forbidden() ~= nil end, 50), 'a forbidden rendering is marked')
local found = forbidden()
local marked = line_of(found.lnum):sub(found.col + 1, found.end_col)
must(marked == 'under-thalamus', 'the mark covers the word behind 𠮷 exactly: ' .. marked)
must(found.message:find('hypothalamus', 1, true) ~= nil, 'the message names the preferred term: ' .. found.message)

local function ask(method, more)
  local params = vim.tbl_extend('force', { textDocument = vim.lsp.util.make_text_document_params(0) }, more)
  local answers = vim.lsp.buf_request_sync(0, method, params, 10000)
  local answer = answers and answers[id]
  return answer and answer.result
end
-- Columns of the protocol are in UTF-16.
local function column(line, byte) return select(2, vim.str_utfindex(line, byte)) end
local function place(line, text)
  local start = line_of(line):find(text, 1, true)
  return { line = line, character = column(line_of(line), start - 1) }
end

local hover = ask('textDocument/hover', { position = place(found.lnum, '視床下部') })
local words = hover and vim.inspect(hover.contents) or ''
must(words:find('hypothalamus', 1, true) ~= nil, 'hovering over a Japanese term shows its English')

local completion = ask('textDocument/completion', { position = place(found.lnum + 1, 'neurons'), context = { triggerKind = 1 } })
local labels = vim.tbl_map(function(item) return item.label end, completion and (completion.items or completion) or {})
must(vim.tbl_contains(labels, 'neuron'), 'the terms of the segment are offered: ' .. table.concat(labels, ', '))

local range = {
  start = { line = found.lnum, character = column(line_of(found.lnum), found.col) },
  ['end'] = { line = found.end_lnum, character = column(line_of(found.end_lnum), found.end_col) },
}
local diagnostic = found.user_data and found.user_data.lsp or {}
local given = vim.tbl_extend('force', { range = range, message = found.message, code = 'term_forbidden', source = 'taiyaku' }, diagnostic)
given.range = range
local actions = ask('textDocument/codeAction', { range = range, context = { diagnostics = { given } } }) or {}
local titles = vim.tbl_map(function(action) return action.title end, actions)
must(#actions > 0 and actions[1].edit ~= nil, 'a quick fix is offered: ' .. table.concat(titles, ' | '))
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
must(line_of(found.lnum):find('𠮷: We examined the hypothalamus of the Yoshino bear.', 1, true) ~= nil, 'it mends exactly that word')
must(vim.wait(10000, function() return forbidden() == nil end, 50), 'and the mark goes away')
vim.cmd('qa!')
