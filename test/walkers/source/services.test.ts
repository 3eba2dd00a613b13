import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

const see = (text: string) => brief('app.py', text).filter((line) => line.startsWith('package'));
const script = (text: string) => brief('app.ts', text).filter((line) => line.startsWith('package'));

describe('calls that name no model', () => {
  it('reads a class that is made without one', () => {
    const text = 'from lib.chat import ChatTongyi\nllm = ChatTongyi().bind(TOOLS)\n';
    expect(see(text)).toEqual(['package pypi lib.chat.ChatTongyi', 'package pypi lib.chat.ChatTongyi']);
    expect(covered(read('app.py', text)[1] as never, text)).toBe('ChatTongyi');
  });

  it.each([
    ['import dashscope\nr = dashscope.Generation.call(model=chosen)', 'dashscope'],
    ['from dashscope import Generation\nr = Generation.call(\n  model=chosen,\n)', 'dashscope.Generation'],
    ['from dashscope import Generation as G\nr = G.call(p)', 'dashscope.Generation'],
    ['from lib import (\n  DashScopeEmbeddings,\n)\nfrom lib.qwen import Chat\ne = Chat(key)', 'lib.qwen.Chat'],
  ])('reads %j', (text, name) => {
    expect(see(text).at(-1)).toBe(`package pypi ${name}`);
    expect(see(text)).toHaveLength(2);
  });

  it.each([
    'from lib.chat import ChatTongyi\nllm = ChatTongyi(model="qwen-plus")',
    'from lib.chat import ChatTongyi\nllm = ChatTongyi(\n  model="qwen-plus",\n)',
    'from lib.chat import ChatTongyi\nclass Mine(ChatTongyi):\n  pass',
    'from lib.chat import ChatTongyi\nx = other.ChatTongyi(1)',
    'from lib.chat import ChatTongyi\nx = "ChatTongyi()"  # ChatTongyi()',
    'from dashscope.entities import Message\nx = Message(role="user")',
    'import dashscope\nx = dashscope.get_tokenizer(name)',
    'import dashscope\nfrom other import Generation\nx = Generation.call(1)',
  ])('says nothing more of %j', (text) => {
    expect(see(text)).toHaveLength(1);
  });

  it('tells each call of a file once', () => {
    expect(see('import dashscope\ndashscope.Generation.call(a)\ndashscope.Generation.call(b)')).toHaveLength(2);
  });

  it('reads what a script makes with new', () => {
    const from = "import { ChatAlibabaTongyi } from '@lib/alibaba_tongyi';\n";
    expect(script(`${from}const a = new ChatAlibabaTongyi({ apiKey });`)).toEqual([
      'package npm @lib/alibaba_tongyi',
      'package npm @lib/alibaba_tongyi',
    ]);
    expect(script(`${from}const a = new ChatAlibabaTongyi({ model: 'qwen-max' });`)).toHaveLength(1);
    expect(script(`${from}const a = make(ChatAlibabaTongyi(x));`)).toHaveLength(1);
  });

  it('reads what a script creates', () => {
    const from = "import { createDeepSeek, createDeepSeekError } from '@ai-sdk/deepseek';\n";
    expect(script(`${from}const a = createDeepSeek({ apiKey });`)).toHaveLength(2);
    expect(script(`${from}const a = createDeepSeek({ apiKey })('deepseek-chat');`)).toHaveLength(1);
    expect(script(`${from}const a = createDeepSeek({ apiKey });\nf({ model: createDeepSeek('deepseek-chat') });`)).toHaveLength(1);
    expect(script(`${from}throw createDeepSeekError(1);`)).toHaveLength(1);
    expect(script("import { createDeepSeek } from './deepseek';\nconst a = createDeepSeek({ apiKey });")).toEqual([]);
  });

  it('leaves modules of the tree alone', () => {
    expect(see('from .qwen import QwenClient\nc = QwenClient()')).toEqual([]);
  });
});

describe('imports over several lines', () => {
  it('reads the names in the list', () => {
    expect(see('from lib.models import (\n    Other,\n    ChatTongyi,  # for Qwen\n    ChatKimi as K,\n)')).toEqual([
      'package pypi lib.models.ChatTongyi',
      'package pypi lib.models.ChatKimi',
    ]);
  });

  it.each(['from .models import (\n    ChatTongyi,\n)', 'from models import (\n    ChatTongyi,\n)', 'run(\n    ChatTongyi,\n)'])(
    'reads nothing in %j',
    (text) => {
      expect(see(text)).toEqual([]);
    },
  );
});
