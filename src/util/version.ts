// The version stands once, in package.json. A package may import itself by name, wherever its bundle lies.
import { createRequire } from 'node:module';

export function version(): string {
  const { version: found }: { version: string } = createRequire(import.meta.url)('waybill/package.json');
  return found;
}
