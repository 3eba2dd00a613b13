// Where the cache lies: where the user says, or where this system keeps what may be thrown away.
import { isAbsolute, join } from 'node:path';
import { type Io, isSet } from './io.ts';

/** Null where the system names no place. */
export function cacheFolder(env: Io['env'], platform: NodeJS.Platform = process.platform): string | null {
  if (isSet(env.WAYBILL_CACHE_DIR)) return env.WAYBILL_CACHE_DIR ?? null;
  // A folder that is not absolute would lie wherever the scan is started.
  const [home, ...inHome] = placesOf(platform).find(([variable]) => isAbsolute(env[variable] ?? '')) ?? [];
  return home === undefined ? null : join(env[home] ?? '', ...inHome, 'waybill');
}

/** A variable and folders below what it names, the first that is set. */
function placesOf(platform: NodeJS.Platform): readonly (readonly [string, ...string[]])[] {
  if (platform === 'win32')
    return [
      ['LOCALAPPDATA', 'Cache'],
      ['USERPROFILE', 'AppData', 'Local', 'Cache'],
    ];
  if (platform === 'darwin') return [['XDG_CACHE_HOME'], ['HOME', 'Library', 'Caches']];
  return [['XDG_CACHE_HOME'], ['HOME', '.cache']];
}
