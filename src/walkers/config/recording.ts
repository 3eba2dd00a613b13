// What a test once asked and was answered (VCR, go-vcr, Polly): data of tests, whose keys were taken out or never were any.
import { at, get, itemsOf, type Tree } from '../../formats/nodes.ts';
import type { Sighting } from '../../model.ts';

/** A file that holds requests with their responses and nothing else. */
export function isRecording({ roots }: Tree): boolean {
  return roots.some((root) => {
    const list = get(root, 'http_interactions') ?? get(root, 'interactions') ?? at(root, 'log', 'entries');
    const [first] = itemsOf(list);
    return first !== undefined && get(first, 'request') !== null && get(first, 'response') !== null;
  });
}

/** `Authorization:` beside an address is a header that was sent, whoever sent it. */
export function isNoCredential({ kind }: Sighting): boolean {
  return kind !== 'credential';
}
