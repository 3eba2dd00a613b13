// What PowerShell writes without quotes: addresses as arguments, and variables within texts.
import { describe, expect, it } from 'vitest';
import { brief, covered, read } from './read.ts';

describe('PowerShell', () => {
  it.each([
    [
      '$r = Invoke-RestMethod https://api.deepseek.com/models -Headers $h',
      ['endpoint https://api.deepseek.com/models argument Invoke-RestMethod'],
    ],
    ['irm -Uri https://api.moonshot.ai/v1/models', ['endpoint https://api.moonshot.ai/v1/models argument irm']],
    ['$h = @{ "Authorization" = "Bearer $env:DeepSeekKey" }', ['credential DeepSeekKey value DeepSeekKey']],
    ['$h = "Bearer ${env:DEEPSEEK_API_KEY}"', ['credential DEEPSEEK_API_KEY value DEEPSEEK_API_KEY']],
    ['$key = $env:MoonshotApiKey', ['credential MoonshotApiKey value MoonshotApiKey']],
    ['Invoke-Chat -Prompt $p -Model deepseek-chat -Verbose', ['model deepseek-chat argument Model']],
    ['gpt -prompt $_.FullName `\n  -model moonshot-v1-128k `\n  -endpoint kimi', ['model moonshot-v1-128k argument model']],
    ['Start-Chat -ModelName:Qwen/Qwen3-8B', ['model Qwen/Qwen3-8B argument ModelName']],
    ['& ollama pull qwen3:8b', ['model qwen3:8b command - call=ollama pull']],
  ])('%s', (text, expected) => {
    expect(brief('a.ps1', text)).toEqual(expected);
  });

  it('covers the address and the name alone', () => {
    const text = 'irm https://api.deepseek.com/models; $h = "Bearer $env:DeepSeekKey"';
    expect(read('a.ps1', text).map((seen) => covered(seen, text))).toEqual(['https://api.deepseek.com/models', 'DeepSeekKey']);
  });

  it.each([
    '$h = "Theme $env:DeepSeekTheme"',
    '$h = "Bearer $DeepSeekKeyboard"',
    '$deepSeekKey = $x',
    'Invoke-Chat -Model $deepseek_r1',
    'Set-Theme -Name deepseek-blue-2',
    '# gpt -model deepseek',
  ])('sees nothing in the near miss %s', (text) => {
    expect(brief('a.ps1', text)).toEqual([]);
  });
});
