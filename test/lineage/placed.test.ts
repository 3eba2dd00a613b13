import { describe, expect, it } from 'vitest';
import { placed } from '../../src/lineage/placed.ts';
import { places, scanFiles } from '../project.ts';
import { edge, evidence } from './builders.ts';

const linesOf = (report: Parameters<typeof places>[0]) => places(report).map((place) => place.split(' ')[0]);

/** Where a name of `from` is found in a tree of files that define `MODEL`, `config.model` and the attribute `name` of some class. */
function find(from: string, to: string, paths: readonly string[]): string | null {
  const defined = paths.flatMap((path) =>
    ['MODEL', 'config.model', 'name'].map((name) => edge(`symbol:${path}#${name}`, 'alias', 'qwen-max', evidence(path))),
  );
  const use = edge(`symbol:${from}#X`, 'alias', `symbol:${to}`, evidence(from));
  const told = placed([...defined, use], [...paths, from]).at(-1);
  return told?.kind === 'edge' && told !== use ? told.to.replace('symbol:', '') : null;
}

describe('a name of another file', () => {
  it.each([
    ['from the root', 'a.ts', './src/config#MODEL', ['src/config.ts'], 'src/config.ts#MODEL'],
    ['in a file that stands for its folder', 'a.ts', './src/config#MODEL', ['src/config/index.ts'], 'src/config/index.ts#MODEL'],
    ['in the only file of that name', 'test/a.py', '?/app/config#MODEL', ['src/app/config.py'], 'src/app/config.py#MODEL'],
    ['in the nearest', 'one/a.py', '?/config#MODEL', ['one/config.py', 'two/config.py', 'config.py'], 'one/config.py#MODEL'],
    ['in an object', 'a.ts', './config/config#model', ['config.ts'], 'config.ts#config.model'],
    ['in what an object is made from', 'a.py', '?/app/config/settings#name', ['app/config.py'], 'app/config.py#name'],
    ['behind a module’s own name', 'a.ts', './config/C#MODEL', ['config.ts'], 'config.ts#MODEL'],
    ['in a package', 'cmd/a.go', '?/example.com/x/internal/config/*#MODEL', ['internal/config/b.go'], 'internal/config/b.go#MODEL'],
    ['in the same package', 'cmd/a.go', './cmd/*#MODEL', ['cmd/b.go', 'other/b.go'], 'cmd/b.go#MODEL'],
    ['in a class of a kindred language', 'A.kt', '?/Names#MODEL', ['src/Names.java'], 'src/Names.java#MODEL'],
    ['in a crate of the workspace', 'bin/src/a.rs', '?/acme_llm/names#MODEL', ['x/acme-llm/src/names.rs'], 'x/acme-llm/src/names.rs#MODEL'],
    ['in the root of a crate', 'bin/src/a.rs', '?/acme_llm#MODEL', ['x/acme-llm/src/lib.rs'], 'x/acme-llm/src/lib.rs#MODEL'],
    ['in a package of Kotlin', 'app/A.kt', '?/com/x/config#MODEL', ['com/x/config/Names.kt'], 'com/x/config/Names.kt#MODEL'],
    ['anywhere', 'a.swift', '?/#MODEL', ['Sources/Names.swift'], 'Sources/Names.swift#MODEL'],
  ])('is found %s', (_, from, to, paths, expected) => {
    expect(find(from, to, paths)).toBe(expected);
  });

  it.each([
    ['two files could be meant', 'a/x.py', '?/config#MODEL', ['one/config.py', 'two/config.py']],
    ['the file is of another language', 'a.py', '?/config#MODEL', ['config.ts']],
    ['the file ends like it', 'a.py', '?/config#MODEL', ['app_config.py']],
    ['the name is another', 'a.py', '?/config#OTHER', ['config.py']],
    ['it leads back to the file itself', 'config.py', '?/config#MODEL', ['config.py']],
    ['two files of the package define it', 'cmd/a.go', './cmd/*#MODEL', ['cmd/b.go', 'cmd/c.go']],
    ['nothing of the import is in the tree', 'a.py', '?/torch/nn#MODEL', ['app/config.py']],
    ['two files define it anywhere', 'a.swift', '?/#MODEL', ['A.swift', 'B.swift']],
    ['a package of Python has no such file', 'a.py', '?/com/x/config#MODEL', ['com/x/config/names.py']],
  ])('is not found where %s', (_, from, to, paths) => {
    expect(find(from, to, paths)).toBeNull();
  });

  it('is found in the only class of that name, whatever its file is called', () => {
    const own = edge('symbol:src/Ai.kt#Names.FAST', 'alias', 'qwen-max', evidence('src/Ai.kt'));
    const use = (from: string, to: string) => edge(`symbol:${from}#X`, 'alias', `symbol:${to}`, evidence(from));
    const told = placed([own, use('A.kt', '?/com/x/Names#FAST'), use('A.kt', '?/com/x/Others#FAST')], ['src/Ai.kt', 'A.kt']);
    expect(told.slice(1).map((one) => (one.kind === 'edge' ? one.to : ''))).toEqual([
      'symbol:src/Ai.kt#Names.FAST',
      'symbol:?/com/x/Others#FAST',
    ]);
  });

  it('is found behind an index that passes it on, where one file below defines it', () => {
    const below = edge('symbol:models/names.ts#MODEL', 'alias', 'qwen-max', evidence('models/names.ts'));
    const use = edge('symbol:a.ts#X', 'alias', 'symbol:./models#MODEL', evidence('a.ts'));
    const to = placed([below, use], ['models/names.ts', 'models/index.ts', 'a.ts']).map((one) => (one.kind === 'edge' ? one.to : null));
    expect(to).toEqual(['qwen-max', 'symbol:models/names.ts#MODEL']);
  });

  it('is not an attribute of which a file has two', () => {
    const twice = ['qwen-max', 'qwen-plus'].map((name) => edge('symbol:c.py#name', 'alias', name, evidence('c.py')));
    const use = edge('symbol:a.py#X', 'alias', 'symbol:?/c/settings#name', evidence('a.py'));
    expect(placed([...twice, use], ['a.py', 'c.py']).at(-1)).toBe(use);
  });
});

describe('the call that takes a constant of another file', () => {
  const config = 'class Settings:\n    chat_model_name: str = Field(default="deepseek-chat")\n\nsettings = Settings()\n';

  it('is found where no vendor is named, with the way to the name', async () => {
    const code = 'from app.config import settings\n\nllm = ChatOpenAI(model=settings.chat_model_name)\n';
    const report = await scanFiles({ 'app/config.py': config, 'app/main.py': code });
    expect(linesOf(report)).toEqual(['app/config.py:2', 'app/main.py:3']);
    const [, used] = report.findings;
    expect(used?.subject.lineage.map(({ to }) => to)).toEqual(['symbol:app/config.py#chat_model_name', 'deepseek-chat']);
  });

  it.each([
    ['a common name, by its module', 'from . import config\nf(model=config.MODEL)\n', true],
    ['a common name, imported by itself', 'from .config import MODEL\nf(model=MODEL)\n', true],
    ['the same name from elsewhere', 'from elsewhere.config import MODEL\nf(model=MODEL)\n', false],
    ['an argument of the same name', 'def g(config):\n    f(model=config.MODEL)\n', false],
    ['a name that sounds like a model', 'from vendor import QWEN_MODEL\nf(model=QWEN_MODEL)\n', false],
  ])('is told apart: %s', async (_, code, isFound) => {
    const report = await scanFiles({ 'app/config.py': 'MODEL = "deepseek-chat"\n', 'app/main.py': code });
    expect(linesOf(report).includes('app/main.py:2')).toBe(isFound);
  });
});
