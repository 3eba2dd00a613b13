// The walkers of source code: one engine, one table a language.

import type { Language } from '../../formats/code/language.ts';
import { c, csharp, dart, go, groovy, java, kotlin, rust, scala, swift } from '../../formats/code/languages/c-family.ts';
import { javascript } from '../../formats/code/languages/javascript.ts';
import { python } from '../../formats/code/languages/python.ts';
import { graphql, prisma } from '../../formats/code/languages/schemas.ts';
import { elixir, lua, nix, powershell, r, ruby, sql } from '../../formats/code/languages/scripting.ts';
import { scalar } from '../../formats/nodes.ts';
import { startReading } from '../config/sight.ts';
import type { Walker } from '../walker.ts';
import { executable } from './executable.ts';
import { component, phpPage } from './islands.ts';
import { notebook } from './notebook.ts';
import { readSource } from './source.ts';

interface Kind {
  readonly language: Language;
  /** What it is called in the table of walkers. */
  readonly title: string;
  readonly files: RegExp;
  readonly ecosystem: string | null;
}

const KINDS: readonly Kind[] = [
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
  { language: sql, title: 'SQL', files: /\.(?:sql|ddl|pgsql)$/i, ecosystem: null },
  { language: lua, title: 'Lua', files: /\.lua$/i, ecosystem: 'luarocks' },
  { language: nix, title: 'Nix', files: /\.nix$/i, ecosystem: null },
  { language: prisma, title: 'Prisma', files: /\.prisma$/i, ecosystem: null },
  { language: graphql, title: 'GraphQL', files: /\.(?:graphqls?|gql)$/i, ecosystem: null },
];

function sourceWalker({ language, title, files, ecosystem }: Kind): Walker {
  return {
    name: language.name,
    reads: `${title}: models, addresses, credentials, imports and commands in calls, assignments and entries`,
    files,
    gate: 'hits',
    *read(document) {
      const reading = startReading(document);
      readSource(reading, { source: scalar(document.text, 0, document.text.length), language, ecosystem });
      yield* reading.out;
    },
  };
}

export const sourceWalkers: readonly Walker[] = [...KINDS.map(sourceWalker), notebook, component, phpPage, executable];
