// Imports that touch a hit: what is imported is a module, whose package the catalog knows.
import { isHit } from '../../formats/document.ts';
import { slice } from '../../formats/nodes.ts';
import { rootSpot, sightModel } from '../config/sight.ts';
import { evidence } from '../evidence.ts';
import { bracketAt, type Code, isPlainCode, lineAround, remembered } from './code.ts';
import type { Reader } from './literals.ts';

/** Modules that are named by a text: JavaScript, Go, Ruby, PHP, Dart, R. */
export function readImport({ code, literal: { node, first }, site }: Reader): boolean {
  const { name } = code.skeleton.language;
  const { lead } = site;
  const isImport =
    name === 'javascript'
      ? /(?:\bfrom|^import|^export \* from)$/.test(lead) || /^(?:require|import|require\.resolve|jest\.\w+|vi\.\w+)$/.test(site.callee)
      : name === 'go'
        ? isGoImport(code, first, lead)
        : name === 'ruby'
          ? /^(?:require|require_relative|gem)$/.test(lead)
          : name === 'dart'
            ? /^(?:import|export|part)$/.test(lead)
            : name === 'c'
              ? /#\s?(?:include|import)$/.test(lead)
              : name === 'lua'
                ? lead === 'require' || site.callee === 'require'
                : name === 'php' && /^(?:require|include)(?:_once)?$/.test(lead);
  if (!isImport) return false;
  const written = node.value.trim();
  const module = name === 'dart' ? (/^package:([\w.]+)/.exec(written)?.[1] ?? '') : written;
  // A path is a file of this tree.
  if (module === '' || /^[./~]|^@\/|^#/.test(module) || code.ecosystem === null || /\s/.test(module)) return true;
  if (isHit(code.reading.document, node.start, node.end)) sightImport(code, module, { start: node.start, end: node.end });
  return true;
}

function isGoImport({ skeleton }: Code, token: number, lead: string): boolean {
  if (/^import\b[\s\w.]{0,60}$/.test(lead)) return true;
  const open = skeleton.parents[token] ?? -1;
  if (open < 0) return false;
  const start = skeleton.starts[open] ?? 0;
  return /\bimport\s{0,4}$/.test(skeleton.text.slice(Math.max(0, start - 20), start));
}

/** `start` and `end` are offsets of the document. */
function sightImport(
  { reading, ecosystem, routeAt }: Code,
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  const root = rootOfModule(name);
  // One package, one sighting: a file that imports ten of its modules uses it once. Of a library of many vendors each module counts.
  const isOfRoot = end - start === name.length && isHit(reading.document, start, start + root.length);
  const key = importKey(isOfRoot ? root : name);
  if (ecosystem === null || reading.seen.has(key)) return;
  reading.seen.add(key);
  const where = { start, end, route: routeAt(start), context: 'import' as const };
  const plain = { version: null, requirement: null, scope: 'runtime', direct: true, introducedBy: [], pathCount: 0 } as const;
  reading.out.push({ kind: 'package', ecosystem, name, as: 'import', ...plain, evidence: evidence(reading.document, where) });
}

/** What is remembered of a module that was seen. */
export function importKey(module: string): string {
  return `package ${module}`;
}

export function rootOfModule(name: string): string {
  return name.startsWith('@') || name.includes('.com/') ? name : (/^[\w-]+/.exec(name)?.[0] ?? name);
}

const STATEMENTS: Readonly<Record<string, RegExp>> = {
  python: /^[ \t]*(?:>>> )?(?:from[ \t]+([A-Za-z_][\w.]*)[ \t]+import\b|import[ \t]+([A-Za-z_][\w.]*))/,
  java: /^[ \t]*import[ \t]+(?:static[ \t]+)?([\w.]+)/,
  kotlin: /^[ \t]*import[ \t]+([\w.]+)/,
  groovy: /^[ \t]*import[ \t]+(?:static[ \t]+)?([\w.]+)/,
  scala: /^[ \t]*import[ \t]+([\w.]+)/,
  rust: /^[ \t]*(?:pub[ \t]+)?(?:use|extern[ \t]+crate)[ \t]+(\w+(?:::\w+)*)/,
  csharp: /^[ \t]*(?:global[ \t]+)?using[ \t]+(?:static[ \t]+)?(?:\w+[ \t]*=[ \t]*)?([\w.]+)/,
  swift: /^[ \t]*(?:@\w+[ \t]+)?import[ \t]+(?:class |struct |func )?([\w.]+)/,
  php: /^[ \t]*use[ \t]+(?:function[ \t]+|const[ \t]+)?\\?([A-Z]\w*(?:\\\w+)*)/,
  elixir: /^[ \t]*(?:alias|import|use|require)[ \t]+([A-Z][\w.]*)/,
  r: /^[ \t]*(?:library|require|requireNamespace)\([ \t]*["']?([\w.]+)/,
};

/** Modules that are named in the code: the statement on the line of an offset. Names of this tree begin with a dot or `crate`. */
export function readImportStatement(code: Code, offset: number): boolean {
  const { text, language } = code.skeleton;
  const pattern = STATEMENTS[language.name];
  if (!pattern) return false;
  const { start: lineStart, text: whole } = lineAround(text, offset);
  const from = whole.startsWith('\ufeff') ? lineStart + 1 : lineStart;
  const line = whole.replace('\ufeff', '');
  const found = pattern.exec(line);
  const name = found?.[1] ?? found?.[2];
  if (!found || name === undefined) return language.name === 'r' ? readFunction(code, offset) : readListedImport(code, offset);
  if (/^(?:crate|self|super)\b/.test(name)) return true;
  const start = from + found[0].lastIndexOf(name);
  const node = slice(code.source, start, start + name.length);
  if (isHit(code.reading.document, node.start, node.end)) {
    sightImport(code, name, { start: node.start, end: node.end });
    if (language.name === 'python') sightDescribed(code, name, start);
  } else if (language.name === 'python' && name.includes('.'))
    readImportedNames(code, name, { start: from + found[0].length, end: lineStart + whole.length });
  return true;
}

const ownFunctions = ({ skeleton: { text } }: Code) =>
  new Set(Array.from(text.matchAll(/\b(\w{2,60})\s{0,4}(?:<-|=)\s{0,4}function\b/g), ([, name = '']) => name));
const FUNCTION = /^(\w{2,60})\s{0,4}\(/;

/** R takes a library whole: `chat_vendor(...)`, `library::chat_vendor(...)`. Whose function it is, the catalog knows, or nobody. */
function readFunction(code: Code, offset: number): boolean {
  const { text } = code.skeleton;
  const before = /(?:\b([A-Za-z][\w.]{1,60}):{2,3})?\b([A-Za-z]\w{0,40})?$/.exec(text.slice(Math.max(0, offset - 120), offset));
  const [, library, lead = ''] = before ?? [];
  const start = offset - lead.length;
  const name = FUNCTION.exec(text.slice(start, start + 70))?.[1];
  if (name === undefined || remembered(code, ownFunctions).has(name)) return false;
  sightImport(code, library === undefined ? name : `${library}.${name}`, { start, end: start + name.length });
  return true;
}

/** A module of a harness that describes one model, in the folder of all: how it is run, then the name with `_` for other signs. */
const DESCRIBED = /(?:^|\.)models?\.(?:\w{1,40}\.){0,3}(?:hf_|vllm_|lmdeploy_|turbomind_|sglang_)?([a-z]\w{2,80})$/;

/** `from harness.configs.models.vendor.vllm_vendor2_5_7b import models`: the path names the model. */
function sightDescribed(code: Code, module: string, start: number): void {
  const last = DESCRIBED.exec(module)?.[1] ?? '';
  if (!/\d_?b(?:_|$)/.test(last)) return;
  const from = start + module.length - last.length;
  const node = slice(code.source, from, from + last.length);
  const name = last.replace(/(\d)_(\d)(?!\d{0,3}b(?:_|$))/g, '$1.$2').replaceAll('_', '-');
  sightModel(code.reading, node, { ...rootSpot(code.reading.document, 'import'), route: code.routeAt(node.start) }, { name });
}

/** `from library.models import ChatVendor`: what is imported may be a vendor's although the module is not. */
function readImportedNames(code: Code, module: string, { start, end }: { readonly start: number; readonly end: number }): void {
  for (const { 0: name, index } of code.skeleton.text.slice(start, end).matchAll(/[A-Za-z_]\w{2,80}/g)) {
    const node = slice(code.source, start + index, start + index + name.length);
    if (isPlainCode(code, start + index) && isHit(code.reading.document, node.start, node.end))
      sightImport(code, `${module}.${name}`, { start: node.start, end: node.end });
  }
}

const LIST = /(?:^|\n)[ \t]{0,20}from[ \t]{1,4}([A-Za-z_][\w.]{0,200})[ \t]{1,4}import[ \t]{0,4}$/;

/** `from library.models import (`, and a name on a line of its own. */
function readListedImport(code: Code, offset: number): boolean {
  if (code.skeleton.language.name !== 'python') return false;
  const open = bracketAt(code, offset);
  const start = code.skeleton.starts[open] ?? -1;
  if (open < 0 || code.skeleton.text[start] !== '(') return false;
  const module = LIST.exec(code.skeleton.text.slice(Math.max(0, start - 260), start))?.[1];
  if (module === undefined) return false;
  const { start: lineStart, text } = lineAround(code.skeleton.text, offset);
  if (module.includes('.')) readImportedNames(code, module, { start: lineStart, end: lineStart + text.length });
  return true;
}
