// A language that makes configurations.
import type { Language } from '../language.ts';

export const jsonnet: Language = {
  name: 'jsonnet',
  strings: [
    { open: '|||', escape: null, multiline: true },
    { open: '"', behind: /@$/, escape: 'double', multiline: true },
    { open: "'", behind: /@$/, escape: 'double', multiline: true },
    { open: '"', escape: '\\', multiline: true },
    { open: "'", escape: '\\', multiline: true },
  ],
  lineComments: ['//', '#'],
  blockComments: [{ open: '/*', close: '*/' }],
  joins: /^\+$/,
};
