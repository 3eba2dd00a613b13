// Reads a text as the scan does: hits are where one of a few words of the catalog starts.
import type { Document } from '../../../src/formats/document.ts';
import type { Sighting, Usage } from '../../../src/model.ts';
import { sourceWalkers } from '../../../src/walkers/source/index.ts';

const WORDS = /qwen|qwq|deepseek|kimi|moonshot|minimax|dashscope|tongyi|aliyuncs/gi;

export function documentOf(path: string, text: string, usage: Usage = 'runtime'): Document {
  return { path, text, hits: Array.from(text.matchAll(WORDS), ({ index }) => index), usage };
}

export function read(path: string, text: string, usage: Usage = 'runtime'): readonly Sighting[] {
  const walker = sourceWalkers.find(({ files }) => files.test(path));
  if (!walker) throw new Error(`no walker reads ${path}`);
  return [...walker.read(documentOf(path, text, usage))];
}

/** The sightings of one kind, each in a line: what, context, call, route, and what stands beside. */
export function brief(path: string, text: string): readonly string[] {
  return read(path, text).map((sighting) => line(sighting, text));
}

function line(sighting: Sighting, text: string): string {
  if (sighting.kind === 'notice') return `notice ${sighting.code}`;
  if (sighting.kind === 'edge') return `edge ${sighting.from} -> ${sighting.to}`;
  const { context, route, usage } = sighting.evidence;
  const place = `${context} ${route.join('.') || '-'}${usage === 'runtime' ? '' : ` ${usage}`}`;
  if (sighting.kind === 'model') {
    const beside = [
      sighting.call && `call=${sighting.call}`,
      sighting.endpoint && `at=${sighting.endpoint}`,
      sighting.provider && `by=${sighting.provider}`,
    ];
    const more = [sighting.partial && 'partial', sighting.revision && `rev=${sighting.revision}`, sighting.remoteCode && 'remote'];
    more.push(sighting.device && `on=${sighting.device}`, sighting.local && 'local');
    return [`model ${sighting.name} ${place}`, ...beside, ...more].filter(Boolean).join(' ');
  }
  if (sighting.kind === 'endpoint') return `endpoint ${sighting.url} ${place}`;
  if (sighting.kind === 'package') return `package ${sighting.ecosystem} ${sighting.name}`;
  if (sighting.kind === 'credential')
    return `credential ${sighting.name} ${place}${sighting.shape ? ` shape=${sighting.shape.prefix}${sighting.shape.length}` : ''}`;
  return `${sighting.kind} ${text.length}`;
}

/** The text that a sighting's region covers. */
export function covered(sighting: Sighting, text: string): string {
  if (sighting.kind === 'notice' || !sighting.evidence.region) return '';
  const { startLine, startColumn, endLine, endColumn } = sighting.evidence.region;
  const lines = text.split(/\r\n|\n|\r/);
  if (startLine === endLine) return (lines[startLine - 1] ?? '').slice(startColumn - 1, endColumn - 1);
  const middle = lines.slice(startLine, endLine - 1);
  return [(lines[startLine - 1] ?? '').slice(startColumn - 1), ...middle, (lines[endLine - 1] ?? '').slice(0, endColumn - 1)].join('\n');
}
