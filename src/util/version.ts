// The version stands once, in package.json. A package may import itself by name, wherever its bundle lies.
import { createRequire } from 'node:module';

export const { version }: { readonly version: string } = createRequire(import.meta.url)('waybill/package.json');
