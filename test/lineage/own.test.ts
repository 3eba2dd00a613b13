// What a project imports by a vendor's name may be its own.
import { describe, expect, it } from 'vitest';
import { places, scanFiles } from '../project.ts';

const RUBY = "require 'deepseek'\n";
const PYTHON = 'import dashscope\n';

describe('an import of a module of the tree', () => {
  it.each([
    [{ 'examples/chat.rb': RUBY, 'lib/deepseek.rb': 'module Deepseek; end' }],
    [{ 'gems/a/spec/a_spec.rb': RUBY, 'gems/a/lib/deepseek.rb': '' }],
    [{ 'main.py': PYTHON, 'dashscope/__init__.py': '' }],
    [{ 'tests/a.py': 'from dashscope.aigc import x\n', 'src/dashscope/__init__.py': '' }],
    [{ 'app/main.py': PYTHON, 'app/dashscope.py': '' }],
    [{ 'app/dashscope/__init__.py': '', 'app/dashscope/client.py': PYTHON }],
  ])('is no package of a vendor: %j', async (files) => {
    expect(places(await scanFiles(files))).toEqual([]);
  });

  it.each([
    [{ 'chat.rb': RUBY }],
    [{ 'chat.rb': RUBY, 'other/lib/deepseek.rb': '' }],
    [{ 'chat.rb': RUBY, 'lib/deepseek.py': '' }],
    [{ 'main.py': PYTHON, 'test/dashscope.py': '' }],
    [{ 'main.py': PYTHON, 'dashscope/notes.md': '' }],
    [{ 'app/__init__.py': '', 'app/dashscope/__init__.py': '', 'app/dashscope/client.py': PYTHON }],
  ])('is one in %j', async (files) => {
    expect(places(await scanFiles(files))).toHaveLength(1);
  });
});
