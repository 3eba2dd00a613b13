import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

describe('a schema of Prisma', () => {
  const see = (line: string) => brief('schema.prisma', `model Chat {\n  id String @id @default(cuid())\n  ${line}\n}\n`);

  it.each([
    ['model String @default("deepseek-chat") // the cheap one', 'model deepseek-chat default -'],
    ['model String? @map("qwen_model") @default("Qwen/Qwen2.5-7B") @db.VarChar(40)', 'model Qwen/Qwen2.5-7B default -'],
    ['base String @default("https://api.moonshot.cn/v1")', 'endpoint https://api.moonshot.cn/v1 default -'],
  ])('tells the default of %s', (line, expected) => {
    expect(see(line)).toEqual([expected]);
  });

  it.each(['key String @map("kimi-k2-key")', '@@map("qwen-3-chats")', 'qwen Provider @relation("qwen-2")', 'deepseek3 String'])(
    'says nothing of %s',
    (line) => {
      expect(see(line)).toEqual([]);
    },
  );
});

describe('a schema of GraphQL', () => {
  it.each([
    ['type Query {\n  chat(model: String = "qwen-max"): String\n}', 'model qwen-max argument [0].model call=chat'],
    ['input C { model: String! = "deepseek-chat" }', 'model deepseek-chat argument model call=C'],
    ['query { chat(model: "moonshot-v1-8k") { text } }', 'model moonshot-v1-8k argument [0].model call=chat'],
  ])('tells what %s asks for', (text, expected) => {
    expect(brief('a.graphql', text)).toEqual([expected]);
  });

  it.each([
    '"""\nLike qwen-plus, but better.\n"""\ntype Qwen { id: ID }',
    'enum Vendor { DEEPSEEK KIMI }',
    '# qwen and kimi\ntype A { b: C }',
  ])('says nothing of %s', (text) => {
    expect(brief('a.gql', text)).toEqual([]);
  });
});
