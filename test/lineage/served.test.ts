import { describe, expect, it } from 'vitest';
import { graphOf } from '../../src/lineage/graph.ts';
import { served } from '../../src/lineage/served.ts';
import type { Identity, ModelReference } from '../../src/model.ts';
import { edge, evidence, model, origins } from './builders.ts';

const router: Identity = { ...origins().identify(model('qwen-max')), operatorKind: 'router', location: 'unknown' };

function identify({ provider }: ModelReference): Identity {
  return { ...router, operatorKind: 'host', location: provider === 'vendor' ? 'mainland' : 'outside' };
}

function limitedTo(hosts: readonly string[], identity = router, path = 'a.yaml') {
  const graph = graphOf(hosts.map((host) => edge('qwen-max', 'served-by', host, evidence(path, 3))));
  return served(identity, model('qwen-max'), { graph, identify });
}

describe('a router', () => {
  it('is where its only hosts are', () => {
    const { identity, steps } = limitedTo(['one', 'other']);
    expect(identity.location).toBe('outside');
    expect(identity.because).toContain('limited to one, other');
    expect(steps.map(({ relation, to }) => `${relation} ${to}`)).toEqual(['served-by one', 'served-by other']);
  });

  it('is on the mainland if one of its hosts is', () => {
    expect(limitedTo(['one', 'vendor']).identity.location).toBe('mainland');
  });

  it('is anywhere if nothing limits it, or another file does', () => {
    expect(limitedTo([])).toEqual({ identity: router, steps: [] });
    expect(limitedTo(['one'], router, 'b.yaml').steps).toEqual([]);
  });

  it('is anywhere if the hosts are only the first that are asked', () => {
    expect(limitedTo(['one', '*'])).toEqual({ identity: router, steps: [] });
  });

  it('says that the vendor’s own server is left out, and nothing if another one is', () => {
    const leaving = (host: string, location = 'a.yaml') => {
      const where = { ...evidence(location, 3), usage: 'denylist' } as const;
      const own = { id: 'alibaba', name: 'Alibaba', jurisdiction: 'CN' };
      const graph = graphOf([edge('qwen-max', 'served-by', host, where)]);
      const asked = (reference: ModelReference): Identity => ({
        ...identify(reference),
        operatorKind: 'vendor',
        operator: reference.provider === 'vendor' ? own : null,
      });
      return served(router, model('qwen-max'), { graph, identify: asked });
    };
    expect(leaving('vendor')).toMatchObject({
      identity: { operatorKind: 'router', because: expect.stringContaining('leaves out vendor') },
      steps: [],
    });
    expect(leaving('other').identity).toBe(router);
    expect(leaving('vendor', 'b.yaml').identity).toBe(router);
  });

  it('is not what answers directly', () => {
    const direct: Identity = { ...router, operatorKind: 'vendor' };
    expect(limitedTo(['one'], direct)).toEqual({ identity: direct, steps: [] });
  });
});
