import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackageScope } from '../../src/model.ts';
import { graphBuilder, MAX_PATHS, MAX_STEPS, type Origin, strongest, trace } from '../../src/util/graph.ts';

type Edges = readonly (readonly [string, string])[];

function originsOf(edges: Edges, roots: Readonly<Record<string, PackageScope>> = {}): (name: string) => Origin {
  const graph = graphBuilder();
  for (const name of [...Object.keys(roots), ...edges.flat()]) graph.node(name, name);
  for (const [from, to] of edges) graph.edge(graph.node(from, from), graph.node(to, to));
  for (const [name, scope] of Object.entries(roots)) graph.root(graph.node(name, name), scope);
  const built = graph.build();
  const originOf = trace(built);
  return (name) => originOf(built.idOf.get(name) ?? -1);
}

describe('trace', () => {
  it('finds the shortest path and counts all', () => {
    const of = originsOf(
      [
        ['a', 'b'],
        ['b', 'x'],
        ['c', 'x'],
        ['a', 'c'],
        ['d', 'b'],
      ],
      { a: 'runtime', c: 'runtime', d: 'development' },
    );
    expect(of('x')).toMatchObject({ direct: false, path: ['c'], count: 4, scope: 'runtime' });
    expect(of('c')).toMatchObject({ direct: true, path: [], count: 2 });
    expect(of('d')).toMatchObject({ direct: true, scope: 'development' });
  });

  it('takes what nobody needs for direct where no root is named', () => {
    const of = originsOf([['a', 'b']]);
    expect(of('a').direct).toBe(true);
    expect(of('b')).toMatchObject({ direct: false, path: ['a'] });
  });

  it('gives the strongest scope of those that lead there', () => {
    const of = originsOf(
      [
        ['test', 'x'],
        ['extra', 'x'],
        ['test', 'y'],
      ],
      { test: 'development', extra: 'optional' },
    );
    expect(of('x').scope).toBe('optional');
    expect(of('y').scope).toBe('development');
  });

  it('tells the beginning and the end of a path that is too long', () => {
    const chain = (length: number) => Array.from({ length }, (_, index) => [`p${index}`, `p${index + 1}`] as const);
    const of = originsOf(chain(20_000));
    expect(of('p100').path).toEqual(Array.from({ length: MAX_STEPS }, (_, index) => `p${index}`));
    expect(of('p101').path).toEqual(['p0', '…', ...Array.from({ length: MAX_STEPS - 2 }, (_, index) => `p${index + 3}`)]);
    expect(of('p20000').path.slice(0, 3)).toEqual(['p0', '…', 'p19902']);
    expect(of('p20000')).toMatchObject({ direct: false, count: 1 });
  });

  it('counts the ways into packages that need each other, for all of them', () => {
    const of = originsOf(
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
      { a: 'runtime', c: 'runtime' },
    );
    expect([of('a').count, of('b').count, of('c').count]).toEqual([2, 2, 2]);
  });

  it('names a cycle on the way, and ends', () => {
    const of = originsOf(
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
        ['c', 'x'],
        ['z', 'x'],
      ],
      { a: 'runtime', z: 'runtime' },
    );
    expect(of('x')).toMatchObject({ path: ['z'], count: 2 });
    expect(of('x').cycle).not.toBeNull();
    expect(of('a').cycle).toBeNull();
  });

  it('counts a need that stands twice once', () => {
    const of = originsOf(
      [
        ['a', 'x'],
        ['a', 'x'],
      ],
      { a: 'runtime' },
    );
    expect(of('x').count).toBe(1);
  });

  it('says nothing of what cannot be reached', () => {
    const of = originsOf([['lost', 'x']], { a: 'runtime' });
    expect(of('x')).toMatchObject({ direct: false, path: [], count: 0, scope: null });
  });

  it('stops counting at its limit', () => {
    const edges: [string, string][] = [];
    for (let level = 0; level < 40; level++) {
      for (const side of ['l', 'r']) edges.push([`${level}`, `${level}${side}`], [`${level}${side}`, `${level + 1}`]);
    }
    expect(originsOf(edges, { 0: 'runtime' })('40')).toMatchObject({ count: MAX_PATHS });
  });

  it('survives a chain of a hundred thousand', () => {
    const edges = Array.from({ length: 100_000 }, (_, index) => [`${index}`, `${index + 1}`] as const);
    expect(originsOf(edges, { 0: 'runtime' })('100000').path).toHaveLength(MAX_STEPS);
  });

  it('agrees with a search of every path in small graphs without cycles', () => {
    const arrows = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 });
    fc.assert(
      fc.property(arrows, (pairs) => {
        const edges = unique(pairs.filter(([from, to]) => from < to));
        const of = originsOf(
          edges.map(([from, to]) => [`${from}`, `${to}`]),
          { 0: 'runtime', 1: 'runtime' },
        );
        for (const node of new Set(edges.flat())) {
          const paths = pathsTo(edges, node);
          expect(of(`${node}`).count).toBe(paths.length);
          const shortest = Math.min(...paths.map(({ length }) => length));
          if (paths.length > 0) expect(of(`${node}`).path).toHaveLength(shortest);
        }
      }),
    );
  });

  it('counts as a search of every path does in small graphs with cycles, where packages that need each other are one', () => {
    const arrows = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 18 });
    fc.assert(
      fc.property(arrows, fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }), (pairs, roots) => {
        const edges = unique(pairs);
        const of = originsOf(
          edges.map(([from, to]) => [`${from}`, `${to}`]),
          Object.fromEntries(roots.map((root) => [root, 'runtime' as const])),
        );
        for (const node of new Set(edges.flat())) {
          expect(of(`${node}`).count).toBe(waysTo(edges, roots, node).size);
          expect(of(`${node}`).cycle !== null).toBe(leadsThroughCycle(edges, roots, node));
        }
      }),
      { numRuns: 400 },
    );
  });
});

type Numbers = readonly (readonly [number, number])[];

/** Every way to a node that meets no node twice, told by its root and its edges between packages that do not need each other. */
function waysTo(edges: Numbers, roots: readonly number[], node: number): ReadonlySet<string> {
  const ways = new Set<string>();
  const follow = (path: readonly number[]) => {
    const last = path.at(-1) ?? 0;
    if (last === node) {
      const steps = path.slice(1).flatMap((to, at) => (needEachOther(edges, path[at] ?? 0, to) ? [] : [`${path[at]}>${to}`]));
      ways.add([path[0], ...steps].join(' '));
    }
    for (const [from, to] of edges) if (from === last && !path.includes(to)) follow([...path, to]);
  };
  for (const root of roots) follow([root]);
  return ways;
}

function reaches(edges: Numbers, from: number, to: number, met: readonly number[] = []): boolean {
  return edges.some(
    ([left, right]) => left === from && (right === to || (!met.includes(right) && reaches(edges, right, to, [...met, right]))),
  );
}

function needEachOther(edges: Numbers, left: number, right: number): boolean {
  return left === right || (reaches(edges, left, right) && reaches(edges, right, left));
}

function leadsThroughCycle(edges: Numbers, roots: readonly number[], node: number): boolean {
  const leads = (from: number, to: number) => from === to || reaches(edges, from, to);
  const all = [...new Set([...edges.flat(), ...roots])];
  return all.some((one) => reaches(edges, one, one) && leads(one, node) && roots.some((root) => leads(root, one)));
}

function unique(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
}

function pathsTo(edges: readonly (readonly [number, number])[], node: number): readonly (readonly number[])[] {
  const own: (readonly number[])[] = node < 2 ? [[]] : [];
  return [...own, ...edges.filter(([, to]) => to === node).flatMap(([from]) => pathsTo(edges, from).map((path) => [...path, from]))];
}

describe('a need of its own scope', () => {
  const scopes = ['runtime', 'optional', 'peer', 'build', 'development'] as const;
  const weaker = (left: PackageScope, right: PackageScope) => scopes[Math.max(scopes.indexOf(left), scopes.indexOf(right))] ?? left;

  it('makes what is behind it no stronger than itself, unless another way is', () => {
    const graph = graphBuilder();
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => graph.node(name, name)) as [number, number, number, number];
    graph.root(a, 'runtime');
    graph.edge(a, b, 'optional');
    graph.edge(b, c);
    graph.edge(a, d, 'optional');
    graph.edge(a, d);
    const of = trace(graph.build());
    expect([a, b, c, d].map((node) => of(node).scope)).toEqual(['runtime', 'optional', 'optional', 'runtime']);
    expect(of(d).count).toBe(1);
  });

  it('agrees with a search of every way in small graphs', () => {
    const node = fc.integer({ min: 0, max: 5 });
    const edge = fc.tuple(node, node, fc.constantFrom(...scopes));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 12 }), fc.constantFrom(...scopes), (edges, rootScope) => {
        const graph = graphBuilder();
        for (let name = 0; name < 6; name++) graph.node(String(name), String(name));
        graph.root(0, rootScope);
        for (const each of edges) graph.edge(...each);
        const best = new Map<number, PackageScope>();
        const go = (at: number, scope: PackageScope) => {
          const known = best.get(at);
          if (known !== undefined && strongest(known, scope) === known) return;
          best.set(at, scope);
          for (const [from, to, own] of edges) if (from === at) go(to, weaker(scope, own));
        };
        go(0, rootScope);
        const of = trace(graph.build());
        for (let at = 0; at < 6; at++) expect(of(at).scope).toBe(best.get(at) ?? null);
      }),
    );
  });
});

describe('strongest', () => {
  it('prefers what runs', () => {
    expect(strongest('development', 'optional')).toBe('optional');
    expect(strongest('runtime', 'peer')).toBe('runtime');
  });
});
