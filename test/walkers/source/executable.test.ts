// Programs that are run by what their first line says.
import { describe, expect, it } from 'vitest';
import { walkers } from '../../../src/walkers/index.ts';
import { brief } from './read.ts';

describe('a program without an extension', () => {
  it.each([
    ['bin/console', '#!/usr/bin/env ruby\nconfig.api_key = ENV["DEEPSEEK_API_KEY"]', ['credential DEEPSEEK_API_KEY']],
    ['ask', '#!/usr/bin/env -S uv run --script\nmodel = "deepseek-chat"', ['model deepseek-chat']],
    ['ask', '#!/usr/bin/python3.12 -u\nmodel = "deepseek-chat"', ['model deepseek-chat']],
    ['cli', '#!/usr/bin/env node\nconst model = "qwen-plus";', ['model qwen-plus']],
    ['scripts/score', '#!/usr/bin/Rscript\nmodel <- "qwen-plus"', ['model qwen-plus']],
    ['script/pull', '#!/bin/bash\nollama pull qwen3:8b', ['model qwen3:8b']],
    ['.husky/prepare-commit-msg', '#!/bin/sh\nollama run qwen3:8b', ['model qwen3:8b']],
  ])('%s is read as what it is: %s', (path, text, expected) => {
    expect(walkers.find(({ files, signals }) => files.test(path) && !signals)?.name).toBe('executable');
    const told = brief(path, text).filter((line) => !line.startsWith('edge'));
    expect(told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(expected);
  });

  it.each([
    ['notes', 'ollama run qwen3:8b\nmodel = "deepseek-chat"'],
    ['ask', '# !/usr/bin/env ruby\nmodel = "deepseek-chat"'],
    ['ask', '#!/usr/bin/perl\nmy $model = "deepseek-chat";'],
  ])('%s is none that we read: %s', (path, text) => {
    expect(brief(path, text)).toEqual([]);
  });

  it.each(['LICENSE', 'docs/README', 'a.b', 'Dockerfile', 'Makefile'])('%s is not its own', (path) => {
    expect(walkers.find(({ files, signals }) => files.test(path) && !signals)?.name).not.toBe('executable');
  });
});
