import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/cli/cache.ts';
import { waybill } from './io.ts';

describe('the folder of the cache', () => {
  it.each<readonly [NodeJS.Platform, Readonly<Record<string, string>>, string | null]>([
    ['linux', { HOME: '/h' }, join('/h', '.cache', 'waybill')],
    ['linux', { HOME: '/h', XDG_CACHE_HOME: '/c' }, join('/c', 'waybill')],
    ['linux', { HOME: '/h', XDG_CACHE_HOME: '' }, join('/h', '.cache', 'waybill')],
    ['darwin', { HOME: '/h' }, join('/h', 'Library', 'Caches', 'waybill')],
    ['win32', { LOCALAPPDATA: '/l', USERPROFILE: '/u' }, join('/l', 'Cache', 'waybill')],
    ['win32', { HOME: '/h' }, null],
    ['linux', { HOME: '/h', XDG_CACHE_HOME: '/c', WAYBILL_CACHE_DIR: 'here' }, 'here'],
    ['linux', { HOME: '/h', XDG_CACHE_HOME: 'c' }, join('/h', '.cache', 'waybill')],
    ['linux', {}, null],
  ])('on %s with %j', (platform, env, folder) => {
    expect(cacheFolder(env, platform)).toBe(folder);
  });

  it('is asked for unless the user says no', async () => {
    const env = { WAYBILL_CACHE_DIR: 'here' };
    const folders = async (line: string) => (await waybill(line, { env })).requests.map(({ cacheDir }) => cacheDir);
    expect(await folders('scan')).toEqual(['here']);
    expect(await folders('scan --no-cache')).toEqual([null]);
  });
});
