// What has a vendor's name in it and is no model, no key and no server.
import { describe, expect, it } from 'vitest';
import { brief } from './read.ts';

const seen = (path: string, text: string) => brief(path, text).filter((line) => /^(?:model|credential|endpoint)/.test(line));

describe('names of something else', () => {
  it.each([
    ['a.go', 'flag.StringVar(&config.CredsFile, "qwen-3-creds", "", "credentials")'],
    ['a.go', 'cmd.Flags().StringP("qwen-2-file", "q", "", "a file")'],
    ['a.js', "const headers = { 'X-DashScope-AuthType': 'qwen-2' };"],
    ['a.js', "const QWEN_DIR = '.qwen';\nconst file = path.join(home, QWEN_DIR, 'a.json');"],
    ['A.java', 'int n = (int) metadata.get("qwen2.attention.head_count");'],
    ['a.php', "<?php add_action('update_option_acme_deepseek_api_key', 'acme_process_deepseek_api_key', 10, 2);"],
    ['a.ts', "open('https://www.kimi.com/user/agreement/userPrivacy');"],
    ['a.ts', "const terms = 'https://chat.deepseek.com/downloads/DeepSeek%20User%20Agreement.html';"],
  ])('are not told: %s: %s', (path, text) => {
    expect(seen(path, text)).toEqual([]);
  });

  it.each([
    ['a.go', 'flag.StringVar(&config.Model, "model", "qwen-max", "whom to ask")', 'model qwen-max'],
    ['a.go', 'flag.String("model", "deepseek-chat", "whom to ask")', 'model deepseek-chat'],
    ['a.js', "const headers = { 'X-Model': 'qwen-max' };", 'model qwen-max'],
    ['a.php', "<?php $key = get_option('acme_deepseek_api_key');", 'credential acme_deepseek_api_key'],
    ['a.ts', "fetch('https://api.deepseek.com/v1/terms-extract');", 'endpoint https://api.deepseek.com/v1/terms-extract'],
  ])('are told where they are one: %s: %s', (path, text, start) => {
    expect(seen(path, text).map((line) => line.slice(0, start.length))).toEqual([start]);
  });
});
