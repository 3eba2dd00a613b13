import type { Language } from '../language.ts';

/** JavaScript and TypeScript, with JSX. */
export const javascript: Language = {
  name: 'javascript',
  strings: [
    { open: '"', escape: '\\' },
    { open: "'", escape: '\\' },
    { open: '`', escape: '\\', multiline: true, hole: '${' },
  ],
  lineComments: ['//'],
  blockComments: [{ open: '/*', close: '*/' }],
  regexes: true,
  braceBlocks: true,
  methods: true,
  markup: true,
  joins: /^\+$/,
};
