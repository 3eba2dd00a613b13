import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

describe('a program and its words in code', () => {
  it.each([
    ['a.ts', "const t = new Transport({ command: 'npx', args: ['-y', 'minimax-mcp-js'] });", 'package npm minimax-mcp-js'],
    ['a.py', 's = {"command": "uvx", "args": ["minimax-mcp"]}', 'package pypi minimax-mcp'],
    ['a.go', 'package a\n\nvar s = S{Command: "uvx", Args: []string{"minimax-mcp"}}', 'package pypi minimax-mcp'],
    ['a.py', 's = Server(command="uvx", args=["minimax-mcp"])', 'package pypi minimax-mcp'],
  ])('installs what it runs in %s: %s', (path, text, expected) => {
    expect(brief(path, text)).toEqual([expected]);
  });

  it.each([
    ['a.ts', "const t = { command: 'echo', args: ['minimax-mcp'] };"],
    ['a.ts', "const t = { command, args: ['minimax-mcp'] };"],
    ['a.ts', "const t = { kwargs: ['minimax-mcp'], command: 'npx' };"],
  ])('installs nothing in %s: %s', (path, text) => {
    expect(brief(path, text).filter((line) => line.startsWith('package'))).toEqual([]);
  });
});
