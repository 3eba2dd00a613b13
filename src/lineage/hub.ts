// The Hugging Face Hub, asked only on request: who a repository says its parents are. The one owner of `@huggingface/hub`.
import type { LineageStep, Notice, Relation } from '../model.ts';

export interface HubOptions {
  readonly url: string;
  readonly token?: string;
  readonly note: (notice: Notice) => void;
}

const DEEPEST = 4;
/** Requests for one scan; a tree that names more repositories gets a notice. */
const MOST_REQUESTS = 500;
const AT_ONCE = 4;
const RELATIONS: Readonly<Record<string, Relation>> = { finetune: 'finetune', quantized: 'quantized', adapter: 'adapter', merge: 'merge' };

/** Parents by lower-case repository name, of the names given and of their parents in turn. */
export async function askHub(names: readonly string[], options: HubOptions): Promise<Map<string, readonly LineageStep[]>> {
  const answers = new Map<string, readonly LineageStep[]>();
  let level = [...names];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const room = MOST_REQUESTS - answers.size;
    if (level.length > room) options.note(gap('hub-limit', `${level.length - room} repositories were not looked up`));
    const asked = level.slice(0, room);
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const batch = asked.slice(at, at + AT_ONCE);
      const found = await Promise.all(batch.map((name) => parentsOf(name, options)));
      batch.forEach((name, index) => {
        answers.set(name.toLowerCase(), found[index] ?? []);
      });
    }
    const parents = asked.flatMap((name) => (answers.get(name.toLowerCase()) ?? []).map((step) => step.to));
    level = [...new Set(parents)].filter((name) => !answers.has(name.toLowerCase()));
  }
  return answers;
}

async function parentsOf(name: string, { url, token, note }: HubOptions): Promise<readonly LineageStep[]> {
  try {
    const { modelInfo } = await import('@huggingface/hub');
    const credentials = token ? { accessToken: token } : {};
    const { cardData } = await modelInfo({ name, additionalFields: ['cardData'], hubUrl: url, ...credentials });
    return stepsOf(name, cardData, url);
  } catch (error) {
    note(gap('hub-unavailable', `${name}: ${reasonOf(error)}`));
    return [];
  }
}

function stepsOf(name: string, card: unknown, url: string): LineageStep[] {
  const { base_model: base, base_model_relation: relation } = (card ?? {}) as Record<string, unknown>;
  const parents = (Array.isArray(base) ? base : [base]).filter((parent) => typeof parent === 'string' && parent !== name) as string[];
  const kind = RELATIONS[String(relation)] ?? (parents.length > 1 ? 'merge' : 'finetune');
  return parents.map((to) => ({ from: name, relation: kind, to, attestedBy: 'hub', evidence: null, source: `${url}/${name}` }));
}

function reasonOf(error: unknown): string {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode === 401 || statusCode === 403) return 'the Hub asks for a token that may read it (HF_TOKEN)';
  if (statusCode === 404) return 'the Hub does not know it';
  return statusCode ? `the Hub answered ${statusCode}` : String(message);
}

function gap(code: string, detail: string): Notice {
  return { kind: 'notice', code, path: null, line: null, detail };
}
