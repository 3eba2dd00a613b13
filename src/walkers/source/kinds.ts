// The languages that are read, and which files hold them.
import type { Language } from '../../formats/code/language.ts';
import {
  apex,
  c,
  csharp,
  dart,
  go,
  groovy,
  java,
  kotlin,
  rescript,
  rust,
  scala,
  swift,
  zig,
} from '../../formats/code/languages/c-family.ts';
import { jsonnet } from '../../formats/code/languages/configuration.ts';
import { autohotkey, nushell, powershell, vim, visualbasic } from '../../formats/code/languages/desktop.ts';
import { elm, erlang, fsharp, haskell, ocaml } from '../../formats/code/languages/functional.ts';
import { javascript } from '../../formats/code/languages/javascript.ts';
import { python } from '../../formats/code/languages/python.ts';
import { graphql, prisma } from '../../formats/code/languages/schemas.ts';
import { coffeescript, elixir, gdscript, julia, lua, nim, nix, perl, r, ruby, sql } from '../../formats/code/languages/scripting.ts';

export interface Kind {
  readonly language: Language;
  /** What it is called in the table of walkers. */
  readonly title: string;
  readonly files: RegExp;
  readonly ecosystem: string | null;
}

export const kinds: readonly Kind[] = [
  {
    language: python,
    title: 'Python',
    files: /\.(?:pyi?|pyw|pyx|bzl|star)$|(?:^|\/)(?:SConstruct|wscript|Snakefile)$/i,
    ecosystem: 'pypi',
  },
  { language: javascript, title: 'JavaScript, TypeScript and JSX', files: /\.(?:[cm]?[jt]sx?|es6|gs|qml)$/i, ecosystem: 'npm' },
  { language: go, title: 'Go', files: /\.go$/i, ecosystem: 'golang' },
  { language: java, title: 'Java', files: /\.java$/i, ecosystem: 'maven' },
  { language: kotlin, title: 'Kotlin', files: /\.kts?$/i, ecosystem: 'maven' },
  { language: groovy, title: 'Groovy', files: /\.(?:groovy|gvy)$/i, ecosystem: 'maven' },
  { language: scala, title: 'Scala', files: /\.(?:scala|sc|sbt)$/i, ecosystem: 'maven' },
  { language: rust, title: 'Rust', files: /\.rs$/i, ecosystem: 'cargo' },
  { language: csharp, title: 'C# and Razor', files: /\.(?:csx?|razor|cshtml)$/i, ecosystem: 'nuget' },
  { language: swift, title: 'Swift', files: /\.swift$/i, ecosystem: 'swift' },
  { language: dart, title: 'Dart', files: /\.dart$/i, ecosystem: 'pub' },
  { language: c, title: 'C, C++ and Objective-C', files: /\.(?:c|h|cc|cpp|cxx|hh|hpp|hxx|mm?|cu|cuh|ino|pde|mq[45h])$/i, ecosystem: null },
  { language: ruby, title: 'Ruby and Crystal', files: /\.(?:rb|rake|ru|cr)$|(?:^|\/)(?:Rakefile|Fastfile)$/i, ecosystem: 'gem' },
  { language: elixir, title: 'Elixir', files: /\.exs?$/i, ecosystem: 'hex' },
  { language: powershell, title: 'PowerShell', files: /\.ps[md]?1$/i, ecosystem: null },
  { language: r, title: 'R', files: /\.r$/i, ecosystem: 'cran' },
  { language: julia, title: 'Julia', files: /\.jl$/i, ecosystem: null },
  { language: sql, title: 'SQL', files: /\.(?:sql|ddl|pgsql)$/i, ecosystem: null },
  { language: lua, title: 'Lua', files: /\.lua$/i, ecosystem: 'luarocks' },
  { language: gdscript, title: 'GDScript', files: /\.gd$/i, ecosystem: null },
  { language: nix, title: 'Nix', files: /\.nix$/i, ecosystem: null },
  { language: perl, title: 'Perl', files: /\.(?:pl|pm|psgi)$/i, ecosystem: null },
  { language: nim, title: 'Nim', files: /\.nims?$/i, ecosystem: null },
  { language: zig, title: 'Zig', files: /\.z(?:ig|on)$/i, ecosystem: null },
  { language: fsharp, title: 'F#', files: /\.fs[ix]?$/i, ecosystem: 'nuget' },
  { language: visualbasic, title: 'Visual Basic', files: /\.(?:vbs?|bas)$/i, ecosystem: 'nuget' },
  { language: apex, title: 'Apex', files: /\.(?:cls|trigger|apex)$/i, ecosystem: null },
  { language: ocaml, title: 'OCaml', files: /\.mli?$/i, ecosystem: null },
  { language: rescript, title: 'ReScript and Reason', files: /\.(?:resi?|rei?)$/i, ecosystem: 'npm' },
  { language: haskell, title: 'Haskell', files: /\.l?hs$/i, ecosystem: null },
  { language: elm, title: 'Elm and PureScript', files: /\.(?:elm|purs)$/i, ecosystem: null },
  { language: erlang, title: 'Erlang', files: /\.[eh]rl$/i, ecosystem: 'hex' },
  { language: coffeescript, title: 'CoffeeScript', files: /\.coffee$/i, ecosystem: 'npm' },
  { language: nushell, title: 'Nushell', files: /\.nu$/i, ecosystem: null },
  { language: autohotkey, title: 'AutoHotkey', files: /\.ahk$/i, ecosystem: null },
  { language: vim, title: 'Vim script', files: /\.vim$|(?:^|\/)\.?g?vimrc$/i, ecosystem: null },
  { language: jsonnet, title: 'Jsonnet', files: /\.(?:jsonnet|libsonnet)$/i, ecosystem: null },
  { language: prisma, title: 'Prisma', files: /\.prisma$/i, ecosystem: null },
  { language: graphql, title: 'GraphQL', files: /\.(?:graphqls?|gql)$/i, ecosystem: null },
];
