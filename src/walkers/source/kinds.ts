// The languages that are read, and which files hold them.
import type { Language } from '../../formats/code/language.ts';
import { c, csharp, dart, go, groovy, java, kotlin, rust, scala, swift } from '../../formats/code/languages/c-family.ts';
import { javascript } from '../../formats/code/languages/javascript.ts';
import { python } from '../../formats/code/languages/python.ts';
import { graphql, prisma } from '../../formats/code/languages/schemas.ts';
import { elixir, gdscript, julia, lua, nix, powershell, r, ruby, sql } from '../../formats/code/languages/scripting.ts';

export interface Kind {
  readonly language: Language;
  /** What it is called in the table of walkers. */
  readonly title: string;
  readonly files: RegExp;
  readonly ecosystem: string | null;
}

export const kinds: readonly Kind[] = [
  { language: python, title: 'Python', files: /\.(?:pyi?|pyw|pyx|bzl)$|(?:^|\/)(?:SConstruct|wscript|Snakefile)$/i, ecosystem: 'pypi' },
  { language: javascript, title: 'JavaScript, TypeScript and JSX', files: /\.(?:[cm]?[jt]sx?|es6|gs)$/i, ecosystem: 'npm' },
  { language: go, title: 'Go', files: /\.go$/i, ecosystem: 'golang' },
  { language: java, title: 'Java', files: /\.java$/i, ecosystem: 'maven' },
  { language: kotlin, title: 'Kotlin', files: /\.kts?$/i, ecosystem: 'maven' },
  { language: groovy, title: 'Groovy', files: /\.(?:groovy|gvy)$/i, ecosystem: 'maven' },
  { language: scala, title: 'Scala', files: /\.(?:scala|sc|sbt)$/i, ecosystem: 'maven' },
  { language: rust, title: 'Rust', files: /\.rs$/i, ecosystem: 'cargo' },
  { language: csharp, title: 'C#', files: /\.(?:cs|csx)$/i, ecosystem: 'nuget' },
  { language: swift, title: 'Swift', files: /\.swift$/i, ecosystem: 'swift' },
  { language: dart, title: 'Dart', files: /\.dart$/i, ecosystem: 'pub' },
  { language: c, title: 'C, C++ and Objective-C', files: /\.(?:c|h|cc|cpp|cxx|hh|hpp|hxx|mm|cu|cuh|ino)$/i, ecosystem: null },
  { language: ruby, title: 'Ruby', files: /\.(?:rb|rake|ru)$|(?:^|\/)(?:Rakefile|Fastfile)$/i, ecosystem: 'gem' },
  { language: elixir, title: 'Elixir', files: /\.exs?$/i, ecosystem: 'hex' },
  { language: powershell, title: 'PowerShell', files: /\.ps[md]?1$/i, ecosystem: null },
  { language: r, title: 'R', files: /\.r$/i, ecosystem: 'cran' },
  { language: julia, title: 'Julia', files: /\.jl$/i, ecosystem: null },
  { language: sql, title: 'SQL', files: /\.(?:sql|ddl|pgsql)$/i, ecosystem: null },
  { language: lua, title: 'Lua', files: /\.lua$/i, ecosystem: 'luarocks' },
  { language: gdscript, title: 'GDScript', files: /\.gd$/i, ecosystem: null },
  { language: nix, title: 'Nix', files: /\.nix$/i, ecosystem: null },
  { language: prisma, title: 'Prisma', files: /\.prisma$/i, ecosystem: null },
  { language: graphql, title: 'GraphQL', files: /\.(?:graphqls?|gql)$/i, ecosystem: null },
];
