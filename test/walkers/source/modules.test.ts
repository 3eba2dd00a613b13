// A model that is named by a constant of another file: which file that should be, as far as the file with the name can say.
import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const place = (path: string, text: string) =>
  brief(path, text.replaceAll('\\n', '\n')).flatMap((line) => /^edge symbol:\S+ -> symbol:(.*)$/.exec(line)?.[1] ?? []);

describe('a name of another file', () => {
  it.each([
    ['src/a.py', 'from app.config import settings\\nf(model=settings.llm.model)', '?/app/config/settings/llm#model'],
    ['src/a.py', 'import app.config as cfg\\nf(model=cfg.MODEL)', '?/app/config#MODEL'],
    ['src/a.py', 'import config\\nf(model=config.MODEL)', '?/config#MODEL'],
    ['src/a.py', 'from . import config\\nf(model=config.MODEL)', './src/config#MODEL'],
    ['src/a.py', 'from config import CONFIG\\nf(model=CONFIG["model"])', '?/config/CONFIG#model'],
    ['src/a.py', 'from config import MODEL\\ndef f(model: str = MODEL): pass', '?/config#MODEL'],
    ['src/a.py', 'from models import Names\\nf(model=Names.FAST.value)', '?/models/Names#FAST'],
    ['src/a.ts', "import * as C from './constants';\\nf({ model: C.MODEL })", './src/constants/C#MODEL'],
    ['src/a.ts', "import { config } from '../config.js';\\nf({ model: openai(config.model) })", './config/config#model'],
    ['src/a.ts', "import { MODEL } from '@/lib/models';\\nf({ model: MODEL })", '?/lib/models#MODEL'],
    ['src/a.ts', "const { MODEL } = require('./config');\\nnew Chat({ modelName: MODEL })", './src/config#MODEL'],
    ['cmd/a.go', 'import "example.com/x/internal/config"\\nvar r = R{Model: config.Main}', '?/example.com/x/internal/config/*#Main'],
    ['cmd/a.go', 'import cfg "example.com/x/config"\\nvar r = R{Model: cfg.Main}', '?/example.com/x/config/*#Main'],
    ['cmd/a.go', 'package cmd\\nvar r = R{Model: defaultModel}', './cmd/*#defaultModel'],
    ['A.java', 'class A { void f() { b.modelName(Constants.MODEL).build(); } }', '?/Constants#MODEL'],
    ['A.java', 'import static com.x.Constants.MODEL;\\nclass A { void f() { b.modelName(MODEL).build(); } }', '?/com/x/Constants#MODEL'],
    ['A.java', 'import com.x.Names;\\nclass A { void f() { r.setModel(Names.MAIN.getValue()); } }', '?/com/x/Names#MAIN'],
    ['A.java', 'import static com.x.Names.*;\\nclass A { void f() { new Chat(MAIN_MODEL, key); } }', '?/com/x/Names#MAIN_MODEL'],
    ['src/a.kt', 'val c = Chat(model = DEFAULT_MODEL)', './src/*#DEFAULT_MODEL'],
    ['a.kt', 'import com.x.config.DEFAULT_MODEL\\nval c = Chat(model = DEFAULT_MODEL)', '?/com/x/config#DEFAULT_MODEL'],
    ['a.cs', 'using static X.Names;\\nvar c = new ChatClient(MAIN_MODEL, key);', '?/Names#MAIN_MODEL'],
    ['a.cs', 'var c = new ChatClient(Names.MainModel, key);', '?/Names#MainModel'],
    ['lib/a.dart', "import '../names.dart';\\nfinal c = Chat(model: kModel);", '?/names#kModel'],
    ['a.swift', 'let c = Chat(model: defaultModel)', '?/#defaultModel'],
    ['a.py', 'from names import *\\nf(model=MAIN_MODEL)', '?/names#MAIN_MODEL'],
    ['a.py', 'from names import MODELS\\nf(model=MODELS.get("fast-one",x))', '?/names/MODELS#fast-one'],
    ['a.go', 'import (\\n  "example.com/x/config"\\n)\\nvar c = New(config.DefaultModel, 1)', '?/example.com/x/config/*#DefaultModel'],
    ['a.kt', 'val c = Chat(model = Names.Chat.MAIN)', '?/Names/Chat#MAIN'],
    ['a.cs', 'var o = new Options { ModelId = Names.Main };', '?/Names#Main'],
    ['a.rb', 'chat(model: AppConfig::MODEL)', '?/app_config#MODEL'],
    ['a.php', '<?php chat(["model" => Config::MODEL]);', '?/Config#MODEL'],
    ['a.rs', 'fn f() { g(R { model: crate::config::MODEL.to_string() }) }', '?/config#MODEL'],
    ['a.rs', 'use crate::names::{Other, MAIN as M};\\nfn f() { g(R { model: M.into() }) }', '?/names#MAIN'],
    ['a.rs', 'use crate::{\\n    llm::{self, Client},\\n    names::{Other, MAIN},\\n};\\nfn f() { c.model(MAIN) }', '?/names#MAIN'],
    ['a.rs', 'use crate::{a, config::{self as cfg}};\\nfn f() { g(R { model: cfg::MAIN.into() }) }', '?/config#MAIN'],
    ['a.rs', 'use acme_llm::names::MAIN;\\nfn f() { g(R { model: MAIN.into() }) }', '?/acme_llm/names#MAIN'],
    ['a.rs', 'use crate::names::*;\\nfn f() { Client::new(MAIN_MODEL) }', '?/names#MAIN_MODEL'],
    ['a.swift', 'let c = Chat(model: Names.main)', '?/Names#main'],
  ])('is told in %s: %s', (path, text, expected) => {
    expect(place(path, text)).toEqual([expected]);
  });

  it.each([
    ['a name of the file itself', 'a.py', 'MODEL = load()\\nf(model=MODEL)'],
    ['an argument', 'a.py', 'def g(config):\\n  f(model=config.model)'],
    ['a package of somebody else', 'a.ts', "import { MODEL } from 'some-package';\\nf({ model: MODEL })"],
    ['a variable of a function', 'a.go', 'func f(model string) { g(R{Model: model}) }'],
    ['what a call gives', 'a.ts', "import { config } from './config';\\nf({ model: config.model() })"],
    ['what is only passed on', 'a.py', 'from config import *\\nfrom x import (\\n  A,\\n  MAIN_MODEL,\\n)'],
    ['what is printed', 'a.py', 'import config\\nprint("model", config.MODEL)'],
    ['a parameter of that name', 'a.py', 'from config import *\\ndef f(model): g(model, 1)'],
    ['a constant of the file itself', 'a.kt', 'const val DEFAULT_MODEL = load()\\nval c = Chat(model = DEFAULT_MODEL)'],
    ['what the standard library brings', 'a.rs', 'use std::env::MAIN;\\nfn f() { g(R { model: MAIN }) }'],
    ['an object that is no class', 'A.java', 'class A { void f() { b.modelName(config.model).build(); } }'],
    ['a comparison', 'a.ts', "import { MODEL } from './config';\\nif (model == MODEL) f()"],
    ['a text', 'a.ts', "import { MODEL } from './config';\\nlog('model: MODEL')"],
    ['another keyword', 'a.ts', "import { TITLE } from './config';\\nf({ title: TITLE })"],
  ])('is none for %s', (_, path, text) => {
    expect(place(path, text)).toEqual([]);
  });
});
