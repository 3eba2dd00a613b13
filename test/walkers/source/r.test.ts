import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const seen = (text: string) => brief('R/ask.R', text);

describe('a function of R that is called after a vendor', () => {
  it.each([
    ['library(ellmer)\nchat <- chat_deepseek(\n  base_url = Sys.getenv("base_url"),\n  model = Sys.getenv("model")\n)', 'chat_deepseek'],
    ['chat <- ellmer::chat_deepseek()', 'ellmer.chat_deepseek'],
    ['chat <- ellmer:::chat_deepseek()', 'ellmer.chat_deepseek'],
    ['f <- function() { chat_deepseek (x) }', 'chat_deepseek'],
  ])('is seen as what came with a library: %s', (text, name) => {
    expect(seen(text)).toEqual([`package cran ${name}`]);
  });

  it('is seen once, and stands where its name does', () => {
    const text = 'a <- ellmer::chat_deepseek()\nb <- ellmer::chat_deepseek()\n';
    expect(read('R/ask.R', text).map((sighting) => covered(sighting, text))).toEqual(['chat_deepseek']);
  });

  it.each([
    'chat_deepseek <- function(x) POST(x)\ny <- chat_deepseek(1)',
    'chat_deepseek = function(x) POST(x)',
    '# chat_deepseek(1)',
    'x <- "chat_deepseek(1)"',
    'f <- chat_deepseek',
  ])('is not: %s', (text) => {
    expect(seen(text).filter((line) => line.startsWith('package'))).toEqual([]);
  });
});
