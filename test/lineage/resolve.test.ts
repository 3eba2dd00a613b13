import { describe, expect, it } from 'vitest';
import { resolve, unresolved } from '../../src/lineage/resolve.ts';
import { derivativeOf, edge, evidence, model, origins } from './builders.ts';

const arrows = (subject: ReturnType<typeof resolve>[number] | undefined) =>
  subject?.lineage.map(({ from, relation, to, attestedBy }) => `${from} ${relation} ${to} (${attestedBy})`);

describe('resolve', () => {
  it('keeps what the catalog knows and leaves out what nobody knows', () => {
    const subjects = resolve([model('Qwen/Qwen3-8B'), model('meta-llama/Llama-3-8B')], origins());
    expect(subjects.map(({ reference }) => reference.kind === 'model' && reference.name)).toEqual(['Qwen/Qwen3-8B']);
    expect(subjects[0]?.lineage).toEqual([]);
  });

  it('follows an alias, over more than one arrow, to the name behind it', () => {
    const sightings = [edge('chat', 'alias', 'team/chat-v2'), edge('team/chat-v2', 'finetune', 'Qwen/Qwen3-8B'), model('chat')];
    const [subject] = resolve(sightings, origins());
    expect(subject?.identity).toMatchObject({ outcome: 'identified', vendor: 'alibaba', provenance: 'derivative' });
    expect(arrows(subject)).toEqual(['chat alias team/chat-v2 (local file)', 'team/chat-v2 finetune Qwen/Qwen3-8B (local file)']);
  });

  it('says that a route can fall back to the vendor', () => {
    const [subject] = resolve([edge('gpt-4o', 'fallback', 'Qwen/Qwen3-8B'), model('gpt-4o')], origins());
    expect(arrows(subject)).toEqual(['gpt-4o fallback Qwen/Qwen3-8B (local file)']);
    expect(subject?.identity.provenance).toBe('first-party');
  });

  it('reports the line that opens a route to the vendor through an alias', () => {
    const opened = evidence('litellm.yaml', 14);
    const sightings = [edge('default', 'fallback', 'cheap', opened), edge('cheap', 'alias', 'Qwen/Qwen3-8B')];
    const [subject] = resolve(sightings, origins());
    expect(subject?.reference.evidence).toBe(opened);
    expect(arrows(subject)).toEqual(['default fallback cheap (local file)', 'cheap alias Qwen/Qwen3-8B (local file)']);
  });

  it('asks no more names than it takes, however many fallbacks there are', () => {
    const names = Array.from({ length: 200 }, (_, at) => `route-${at}`);
    const fallbacks = names.flatMap((name, at) =>
      names.slice(at + 1, at + 4).map((to) => edge(name, 'fallback', to, evidence('a.yaml', at))),
    );
    let asked = 0;
    const { identify, ...rest } = origins();
    const counting = {
      ...rest,
      identify: (reference: Parameters<typeof identify>[0]) => {
        asked++;
        return identify(reference);
      },
    };
    resolve([...fallbacks, edge('route-0', 'alias', 'Qwen/Qwen3-8B', evidence('a.yaml', 900)), model('route-0')], counting);
    expect(asked).toBeLessThan(fallbacks.length * 101);
  });

  it('does not report a route that ends elsewhere, nor one whose target is a reference already', () => {
    const opened = evidence('litellm.yaml', 14);
    expect(resolve([edge('default', 'fallback', 'gpt-4o', opened)], origins())).toEqual([]);
    const twice = [edge('default', 'fallback', 'Qwen/Qwen3-8B', opened), model('Qwen/Qwen3-8B', { evidence: opened })];
    expect(resolve(twice, origins())).toHaveLength(1);
  });

  it('ends on a cycle', () => {
    expect(resolve([edge('a', 'alias', 'b'), edge('b', 'alias', 'a'), model('a')], origins())).toEqual([]);
  });

  it('does not follow an alias of the same spelling in the other direction', () => {
    expect(resolve([edge('Qwen/Qwen3-8B', 'alias', 'prod'), model('prod')], origins())).toEqual([]);
  });

  it('tells a constant of one file from a constant of another', () => {
    const sightings = [edge('symbol:a.py#MODEL', 'alias', 'Qwen/Qwen3-8B'), model('symbol:b.py#MODEL')];
    expect(resolve(sightings, origins())).toEqual([]);
  });

  it('reads a base model that a card states as the parent of the card’s own model', () => {
    const where = evidence('README.md', 3);
    const sightings = [edge('file:.', 'finetune', 'Qwen/Qwen3-8B', where), model('Qwen/Qwen3-8B', { evidence: where })];
    const [subject] = resolve(sightings, origins());
    expect(subject?.identity.provenance).toBe('derivative');
    expect(arrows(subject)).toEqual(['file:. finetune Qwen/Qwen3-8B (local file)']);
  });

  it('does not call a base model elsewhere in the tree a derivative', () => {
    const sightings = [edge('file:.', 'finetune', 'Qwen/Qwen3-8B', evidence('README.md', 3)), model('Qwen/Qwen3-8B')];
    expect(resolve(sightings, origins())[0]?.identity.provenance).toBe('first-party');
  });

  it('puts the bundled table’s ancestors behind the tree’s own arrows, teachers included', () => {
    const facts = [derivativeOf('Qwen/Qwen-Fine', ['Qwen/Qwen3-8B'], { teachers: ['big/teacher'] })];
    const [subject] = resolve([edge('mine', 'adapter', 'Qwen/Qwen-Fine'), model('mine')], origins(facts));
    expect(arrows(subject)).toEqual([
      'mine adapter Qwen/Qwen-Fine (local file)',
      'Qwen/Qwen-Fine finetune Qwen/Qwen3-8B (catalog)',
      'Qwen/Qwen-Fine distilled big/teacher (catalog)',
    ]);
  });

  it('keeps the weights apart from the teacher of a distilled model', () => {
    const facts = [derivativeOf('Qwen/R1-Distill', ['Qwen/Qwen3-8B'], { relation: 'distilled', teachers: ['big/R1'] })];
    const [subject] = resolve([model('Qwen/R1-Distill')], origins(facts));
    expect(arrows(subject)).toEqual(['Qwen/R1-Distill finetune Qwen/Qwen3-8B (catalog)', 'Qwen/R1-Distill distilled big/R1 (catalog)']);
  });

  it.each([['${BASE_URL}'], ['env:BASE_URL'], ['${BASE_URL:-https://other.example}']])('finds the URL behind %s', (endpoint) => {
    const sightings = [edge('env:BASE_URL', 'alias', 'https://api.vendor.example/v1'), model('gpt-4o', { endpoint })];
    expect(resolve(sightings, origins())).toHaveLength(1);
  });

  it('leaves a URL alone that no file explains', () => {
    expect(resolve([model('gpt-4o', { endpoint: 'env:BASE_URL' })], origins())).toEqual([]);
  });
});

describe('unresolved', () => {
  it('asks for repository names only, each once', () => {
    const names = ['team/b', 'team/a', 'team/a', 'gpt-4o', '../etc', 'a/b/c', 'https://x.example/y', 'Qwen/Qwen3-8B', 'team/*'];
    expect(
      unresolved(
        names.map((name) => model(name, { partial: name.includes('*') })),
        origins(),
      ),
    ).toEqual(['team/a', 'team/b']);
  });

  it('lets the file say what a name stands for, whatever it sounds like', () => {
    const named = evidence('compose.yaml', 9);
    const sightings = [edge('qwen-small', 'alias', 'Qwen/Qwen3-8B', named), model('qwen-small', { evidence: evidence('compose.yaml', 3) })];
    expect(arrows(resolve(sightings, origins())[0])).toEqual(['qwen-small alias Qwen/Qwen3-8B (local file)']);
    const elsewhere = [edge('qwen-small', 'alias', 'Qwen/Qwen3-8B', evidence('other.yaml', 9)), model('qwen-small')];
    expect(arrows(resolve(elsewhere, origins())[0])).toEqual([]);
  });

  it('takes the nearest file that sets a variable', () => {
    const sightings = [
      edge('env:MODEL', 'alias', 'qwen-far', evidence('a/.env')),
      edge('env:MODEL', 'alias', 'qwen-near', evidence('z/app/.env')),
      edge('${MODEL}', 'alias', 'env:MODEL', evidence('z/app/compose.yaml', 4)),
      model('${MODEL}', { evidence: evidence('z/app/compose.yaml', 4) }),
    ];
    expect(arrows(resolve(sightings, origins())[0])).toEqual([
      '${MODEL} alias env:MODEL (local file)',
      'env:MODEL alias qwen-near (local file)',
    ]);
  });

  it('takes the default that is written at the place for what it is there', () => {
    const at = (line: number) => ({ ...evidence('serve.sh', line), context: 'default' as const });
    const own = model('${MODEL}', { evidence: evidence('serve.sh', 9) });
    const sightings = [
      edge('env:MODEL', 'alias', 'qwen-a', at(3)),
      edge('env:MODEL', 'alias', 'qwen-z', at(9)),
      edge('${MODEL}', 'alias', 'env:MODEL', own.evidence),
      own,
    ];
    expect(arrows(resolve(sightings, origins())[0])).toEqual([
      '${MODEL} alias env:MODEL (local file)',
      'env:MODEL alias qwen-z (local file)',
    ]);
  });

  it('does not choose between addresses that other files set a variable to', () => {
    const set = (url: string, path: string) => edge('env:BASE_URL', 'alias', url, evidence(path));
    const asked = model('gpt-4o', { endpoint: '$BASE_URL', evidence: evidence('status.sh') });
    const both = [set('https://api.vendor.example', 'bin/a.fish'), set('https://other.example', 'bin/b.fish'), asked];
    expect(resolve(both, origins())).toEqual([]);
    const nearer = [set('https://api.vendor.example', '.env'), set('https://other.example', 'bin/b.fish'), asked];
    expect(resolve(nearer, origins())).toHaveLength(1);
  });

  it('takes the address that stands beside the name behind an alias', () => {
    const listed = evidence('litellm.yaml', 5);
    const sightings = [
      model('openai/house', { endpoint: 'https://api.vendor.example', evidence: listed }),
      edge('cheap', 'alias', 'openai/house', listed),
      edge('default', 'fallback', 'cheap', evidence('litellm.yaml', 20)),
    ];
    expect(resolve(sightings, origins()).map(arrows)).toContainEqual([
      'default fallback cheap (local file)',
      'cheap alias openai/house (local file)',
    ]);
  });
});
