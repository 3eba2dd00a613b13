import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askHub } from '../../src/lineage/hub.ts';
import { resolve } from '../../src/lineage/resolve.ts';
import type { Notice } from '../../src/model.ts';
import { model, origins } from './builders.ts';

const cards: Record<string, object | number> = {
  'team/chat': { base_model: 'team/middle', base_model_relation: 'adapter' },
  'team/middle': { base_model: ['Qwen/Qwen3-8B'] },
  'team/soup': { base_model: ['Qwen/Qwen3-8B', 'other/model'] },
  'team/loop': { base_model: 'team/loop' },
  'team/gated': 401,
  'team/broken': 500,
};
let server: Server;
let url: string;
let asked: string[];
let notices: Notice[];
const note = (notice: Notice) => notices.push(notice);

beforeAll(async () => {
  server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
      .replace('/api/models/', '')
      .replace(/\/revision\/.*/, '');
    asked.push(name);
    const card = cards[name] ?? 404;
    response.writeHead(typeof card === 'number' ? card : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(typeof card === 'number' ? { error: 'no' } : { _id: '1', id: name, private: false, cardData: card }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => {
  asked = [];
  notices = [];
});

describe('the Hub', () => {
  it('is asked up to the root, each repository once', async () => {
    const hub = await askHub(['team/chat'], { url, note });
    expect(asked).toEqual(['team/chat', 'team/middle', 'Qwen/Qwen3-8B']);
    const [subject] = resolve([model('team/chat')], origins([], hub));
    expect(subject?.identity).toMatchObject({ vendor: 'alibaba', provenance: 'derivative' });
    expect(subject?.lineage.map(({ relation, to, attestedBy, source }) => [relation, to, attestedBy, source])).toEqual([
      ['adapter', 'team/middle', 'hub', `${url}/team/chat`],
      ['finetune', 'Qwen/Qwen3-8B', 'hub', `${url}/team/middle`],
    ]);
  });

  it('names all parents of a merge', async () => {
    const hub = await askHub(['team/soup'], { url, note });
    expect(hub.get('team/soup')?.map(({ relation, to }) => `${relation} ${to}`)).toEqual(['merge Qwen/Qwen3-8B', 'merge other/model']);
  });

  it('is not taken in by a repository that names itself', async () => {
    expect((await askHub(['team/loop'], { url, note })).get('team/loop')).toEqual([]);
  });

  it.each([
    ['team/gated', /token/],
    ['team/broken', /500/],
    ['team/missing', /does not know/],
  ])('says what it could not tell about %s', async (name, detail) => {
    expect((await askHub([name], { url, note })).get(name)).toEqual([]);
    expect(notices).toMatchObject([{ code: 'hub-unavailable', detail: expect.stringMatching(detail) }]);
  });

  it('is out of reach: one notice, no failure', async () => {
    await askHub(['team/chat'], { url: 'http://127.0.0.1:1', note });
    expect(notices).toMatchObject([{ code: 'hub-unavailable' }]);
  });
});
