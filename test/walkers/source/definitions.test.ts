// Under what name other files know a model that a file names.
import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const symbols = (path: string, text: string) =>
  brief(path, text).flatMap((line) => /^edge symbol:[^#]+#(\S+) -> qwen-max$/.exec(line)?.[1] ?? []);

describe('a definition', () => {
  it.each([
    ['a.py', 'MODEL = "qwen-max"', ['MODEL']],
    ['a.py', 'class A:\n    model: str = Field(default="qwen-max")', ['model']],
    ['a.py', 'C = {"llm": {"model": "qwen-max"}}', ['C.llm.model']],
    ['a.ts', "export const config = { llm: { model: 'qwen-max' } } as const;", ['config.llm.model']],
    ['a.js', "module.exports = { MODEL: 'qwen-max' };", ['MODEL']],
    ['a.go', 'package a\nconst (\n\tA = "x"\n\tMain = "qwen-max"\n)', ['Main']],
    ['a.go', 'package a\nvar Main string = "qwen-max"', ['Main']],
    ['a.go', 'package a\nvar (\n\tMain string = "qwen-max"\n)', ['Main']],
    ['A.java', 'class A { static final String MAIN = "qwen-max"; }', ['MAIN', 'A.MAIN']],
    ['A.java', 'class A { static final String FAST = "x", MAIN = "qwen-max"; }', ['MAIN', 'A.MAIN']],
    ['a.cpp', 'static const char *kFast = "x", *kMain = "qwen-max";', ['kMain']],
    ['a.ts', "enum Names { Fast = 'x', Main = 'qwen-max' }", ['Main', 'Names.Main']],
    ['a.go', 'package a\nvar Main, Fast = "qwen-max", "x"', ['Main']],
    ['a.py', 'FAST, MAIN = "x", "qwen-max"', ['MAIN']],
    ['a.py', 'FAST, MAIN = pick("x", 1), os.getenv("M", "qwen-max")', ['MAIN']],
    ['a.swift', 'enum A: String { case fast = "x", main = "qwen-max" }', ['main', 'A.main']],
    ['A.java', 'enum Names { MAIN("qwen-max", 1), B("x", 2); }', ['MAIN', 'Names.MAIN']],
    ['A.java', 'class A { void f() { String main = "qwen-max"; } }', ['main']],
    ['A.kt', 'class A { companion object { const val MAIN = "qwen-max" } }', ['MAIN', 'A.MAIN']],
    ['a.swift', 'enum A: String { case main = "qwen-max" }', ['main', 'A.main']],
    ['a.ts', "export const MODELS = { 'fast-one': 'qwen-max' };", ['MODELS.fast-one', 'MODELS["fast-one"]']],
    ['a.rs', 'pub const MAIN: &str = "qwen-max";', ['MAIN']],
    ['a.rb', 'MAIN = "qwen-max".freeze', ['MAIN']],
    ['a.php', '<?php class A { const MAIN = "qwen-max"; }', ['MAIN', 'A.MAIN']],
  ])('is told in %s: %s', (path, text, expected) => {
    expect(symbols(path, text)).toEqual(expected);
  });

  it.each([
    ['an argument', 'a.py', 'f(model="qwen-max")'],
    ['a default of a parameter', 'a.py', 'def f(model="qwen-max"): pass'],
    ['an item of a list', 'a.py', 'MODELS = ["qwen-max"]'],
    ['what an object is made with', 'A.java', 'class A { A MAIN = new Names("qwen-max"); }'],
    ['a comparison', 'a.py', 'if model == "qwen-max": pass'],
    ['an entry of a request', 'a.ts', "fetch(url, { body: { model: 'qwen-max' } })"],
    ['what is denied', 'a.ts', "export const DENIED_MODELS = { a: 'qwen-max' };"],
  ])('is no %s', (_, path, text) => {
    expect(symbols(path, text)).toEqual([]);
  });
});
