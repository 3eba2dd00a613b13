import type { Language } from '../language.ts';

/** Prisma's schemas: the defaults of a database's columns. */
export const prisma: Language = {
  name: 'prisma',
  strings: [{ open: '"', escape: '\\' }],
  lineComments: ['//'],
  blockComments: [],
  onlyBlocks: true,
  joins: /^$/,
};

/** GraphQL's schemas and queries: the defaults of arguments and inputs, and arguments that are given. */
export const graphql: Language = {
  name: 'graphql',
  strings: [
    { open: '"""', escape: null, multiline: true },
    { open: '"', escape: '\\' },
  ],
  lineComments: ['#'],
  blockComments: [],
  joins: /^$/,
};
