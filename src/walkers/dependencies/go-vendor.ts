// What Go copied into `vendor/`: `# module version`, then `## explicit` where the project asks for it itself.
import { linesOf } from '../../formats/lockfile/lines.ts';
import { dependencyWalker, type Listed, type Trouble } from './listing.ts';
import { strangeLine } from './trees.ts';

export const goVendor = dependencyWalker({
  name: 'go-vendor',
  reads: 'vendored Go modules (`vendor/modules.txt`)',
  files: /(?:^|\/)vendor\/modules\.txt$/,
  ecosystem: 'golang',
  list: ({ text }) => ({ entries: list(text) }),
});

const MODULE = /^# (?:\S{1,300} (?:v\S{1,100} )?=> )?([\w.-]{1,100}\.[\w.-]{1,100}(?:\/[\w.~-]{1,200}){0,20})(?: (v[\w.+-]{1,100}))?$/;

/** A module (with what replaces it), a mark below one, or the path of a package. */
const KNOWN = /^(?:# \S{1,300}(?: v\S{1,200})?(?: => \S{1,300}(?: v\S{1,200})?)?|## .{0,300}|\S{0,400})$/;

function list(text: string): readonly (Listed | Trouble)[] {
  const found: Listed[] = [];
  const troubles: Trouble[] = [];
  for (const { text: line, start } of linesOf(text)) {
    const last = found.at(-1);
    if (last && /^## (?:.{0,100}; )?explicit/.test(line)) found[found.length - 1] = { ...last, direct: true };
    if (!KNOWN.test(line)) troubles.push(strangeLine({ start }, 'a module, a mark or a package'));
    const [, name, version = null] = MODULE.exec(line) ?? [];
    if (!name) continue;
    const from = start + line.lastIndexOf(name);
    found.push({ name, start: from, end: from + name.length, version, direct: false, route: [] });
  }
  return [...troubles, ...found];
}
