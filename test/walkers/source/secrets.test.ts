import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const KEY = `sk-${'20b7e17a98734546a1529fce9039759d'}`;
const keys = (path: string, text: string) => brief(path, text).filter((line) => line.startsWith('credential'));

describe('keys that are written near an address', () => {
  it.each([
    [
      'Chat.java',
      `.url("https://api.deepseek.com/chat/completions")\n.addHeader("Accept", "x")\n.addHeader("Authorization", "Bearer ${KEY}")`,
      'Authorization',
    ],
    [
      'config.go',
      `var HardcodedAPIKey = "${KEY}"\n\n// base\nvar BaseURL = "https://dashscope.aliyuncs.com/compatible-mode/v1/"`,
      'HardcodedAPIKey',
    ],
    ['main.cpp', `const char* apiKey = "${KEY}";\nString apiUrl = "https://dashscope.aliyuncs.com/api/v1/x";`, 'apiKey'],
    ['main.cpp', `#define API_KEY "${KEY}"\nString apiUrl = "https://dashscope.aliyuncs.com/api/v1/x";`, 'API_KEY'],
    ['Repo.kt', `private val apiKey = "${KEY}"\nval r = Retrofit.Builder().baseUrl("https://api.deepseek.com/")`, 'apiKey'],
    ['api.dart', `static const String apiKey =\n  '${KEY}';\nstatic const String baseUrl = 'https://api.deepseek.com';`, 'apiKey'],
    ['api.ts', `const apiKey: string = '${KEY}';\nfetch('https://api.deepseek.com/v1');`, 'apiKey'],
    ['api.py', `API_KEY = "${KEY}"\nURL = "https://api.moonshot.cn/v1"`, 'API_KEY'],
    [
      'tts.ino',
      'const char *mini_apiKey = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJHcm91cE5hbWUi";\nconst char *url = "https://api.minimax.chat/v1/t2a";',
      'mini_apiKey',
    ],
    ['tts.ino', `const char *apiKey = "eyJ${'aB3'.repeat(180)}";\nconst char *url = "https://api.minimax.chat/v1/t2a";`, 'apiKey'],
  ])('%s: %s', (path, text, name) => {
    expect(keys(path, text)).toHaveLength(1);
    expect(keys(path, text)[0]).toContain(`credential ${name} `);
    expect(keys(path, text)[0]).toContain('shape=');
  });

  it.each([
    // Somebody else's address is nearer, or the key is another's by its name or its lead.
    ['a.java', `key = "${KEY}";\nurl = "https://api.acme.ai/v1";\n\nother = "https://api.deepseek.com";`],
    ['a.ts', `const openaiKey = "${KEY}";\nconst url = "https://api.deepseek.com";`],
    ['a.ts', 'const apiKey = "sk-or-v1-20b7e17a98734546a1529fce90397591";\nconst url = "https://api.deepseek.com";'],
    // No key, no value, no code, or far away.
    ['a.ts', `const salt = "${KEY}";\nconst url = "https://api.deepseek.com";`],
    ['a.ts', 'const apiKey = "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";\nconst url = "https://api.deepseek.com";'],
    ['a.ts', `// apiKey = "${KEY}";\nconst url = "https://api.deepseek.com";`],
    ['a.ts', `const apiKey = "${KEY}";\n${'x();\n'.repeat(800)}const url = "https://api.deepseek.com";`],
    [
      'a.ts',
      `const token = "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJHcm91cE5hbWUi";\n${'x();\n'.repeat(80)}const url = "https://api.deepseek.com";`,
    ],
    ['a.ts', `const apiKey = "${KEY}";\nconst url = "https://api.acme.ai";`],
  ])('are not told in %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual([]);
  });

  it('are told once where a call has both', () => {
    expect(keys('a.py', `OpenAI(api_key="${KEY}", base_url="https://api.deepseek.com")`)).toHaveLength(1);
  });

  it('never say what they are', () => {
    const lines = brief('a.py', `api_key = "${KEY}"\nurl = "https://api.deepseek.com"`);
    expect(lines.join('\n')).not.toContain(KEY.slice(3, 12));
  });
});
