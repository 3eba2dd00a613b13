// The walkers of source code: one engine, one table a language.

import { scalar } from '../../formats/nodes.ts';
import { startReading } from '../config/sight.ts';
import type { Walker } from '../walker.ts';
import { executable } from './executable.ts';
import { filledIn } from './filled-in.ts';
import { component, phpPage } from './islands.ts';
import { type Kind, kinds } from './kinds.ts';
import { notebook } from './notebook.ts';
import { readSource } from './source.ts';

function sourceWalker({ language, title, files, ecosystem }: Kind): Walker {
  return {
    name: language.name,
    reads: `${title}: models, addresses, credentials, imports and commands in calls, assignments and entries`,
    files,
    gate: 'hits',
    *read(document) {
      const reading = startReading(document);
      readSource(reading, { source: scalar(document.text, 0, document.text.length), language, ecosystem });
      yield* reading.out;
    },
  };
}

export const sourceWalkers: readonly Walker[] = [...kinds.map(sourceWalker), filledIn, notebook, component, phpPage, executable];
