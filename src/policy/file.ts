// The files that a policy is read from. The one in the scanned tree is written by whoever wrote the tree, so nothing in it leads
// elsewhere; a file that the user names may be a link.
import { isAbsolute, join } from 'node:path';
import type { FactsFile } from '../catalog/source.ts';
import { UsageError } from '../util/errors.ts';
import { type Refusal, readRegular } from '../util/regular.ts';

const NAME = 'waybill.yaml';

/** The named file, or the `waybill.yaml` of the root; null where there is neither. */
export function policyFile(root: string | null, configFile: string | null): FactsFile | null {
  if (configFile !== null) return { path: configFile, text: textOf(configFile, 'policy') };
  if (root === null) return null;
  const found = readRegular(join(root, NAME), { links: false });
  if ('text' in found) return { path: NAME, text: found.text };
  if (found.missing) return null;
  throw new UsageError(`the policy ${NAME} of the scanned folder ${found.why}`, {
    code: 'unusable-policy',
    where: NAME,
    hint: 'put a regular file in its place, remove it, or name a policy with --config',
  });
}

/** @throws UsageError unless the path leads to a regular file. */
export function textOf(path: string, what: 'policy' | 'baseline'): string {
  const found = readRegular(path, { links: true });
  if ('text' in found) return found.text;
  throw new UsageError(`the ${what} ${path} ${found.why}`, { code: `missing-${what}`, hint: nextStep(path, found) });
}

function nextStep(path: string, { missing }: Refusal): string {
  return missing && !isAbsolute(path) ? 'the path is relative to the current folder' : 'give a regular file that can be read';
}
