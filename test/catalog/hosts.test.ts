import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalHost } from '../../src/catalog/hosts.ts';
import { catalog } from './own.ts';

describe('a host', () => {
  it.each([
    ['api.deepseek.com', 'deepseek', 'api', 'mainland'],
    ['API.DeepSeek.COM.:443', 'deepseek', 'api', 'mainland'],
    ['api。deepseek。com', 'deepseek', 'api', 'mainland'],
    ['dashscope.aliyuncs.com', 'alibaba', 'api', 'mainland'],
    ['dashscope-intl.aliyuncs.com', 'alibaba', 'api', 'outside'],
    ['dashscope-us.aliyuncs.com', 'alibaba', 'api', 'global-scope'],
    ['ws-1a2b.cn-beijing.maas.aliyuncs.com', 'alibaba', 'api', 'mainland'],
    ['trial.eu-central-1.maas.aliyuncs.com', 'alibaba', 'api', 'global-scope'],
    ['ws.some-new-region.maas.aliyuncs.com', 'alibaba', 'api', 'unknown'],
    ['token-plan.ap-southeast-1.maas.aliyuncs.com', 'alibaba', 'api', 'outside'],
    [`\${WORKSPACE}.us-east-1.maas.aliyuncs.com`, 'alibaba', 'api', 'global-scope'],
    ['<workspace>.cn-beijing.maas.aliyuncs.com', 'alibaba', 'api', 'mainland'],
    ['vpc-cn-shanghai.dashscope.aliyuncs.com', 'alibaba', 'api', 'unknown'],
    ['api.minimax.io', 'minimax', 'api', 'outside'],
    ['api.minimaxi.com', 'minimax', 'api', 'mainland'],
    ['api.minimax.cn', 'minimax', 'api', 'mainland'],
    ['api-bj.minimaxi.com', 'minimax', 'api', 'mainland'],
    ['api.minimaxi.chat', 'minimax', 'api', 'outside'],
    ['api.minimax.chat', 'minimax', 'api', 'mainland'],
    ['api.kimi.com', 'moonshot', 'api', 'mainland'],
    ['api.kimi.ai', 'moonshot', 'api', 'outside'],
    ['api.moonshot.cn', 'moonshot', 'api', 'mainland'],
    ['telemetry-logs.kimi.com', 'moonshot', 'telemetry', 'mainland'],
    ['api-docs.deepseek.com', 'deepseek', 'documentation', 'unknown'],
    ['mirrors.aliyun.com', 'alibaba', 'not-a-model', 'mainland'],
    ['ranker.1780814.cn-hangzhou.pai-eas.aliyuncs.com', 'alibaba', 'not-a-model', 'unknown'],
    ['my-bucket.oss-cn-shanghai.aliyuncs.com', 'alibaba', 'not-a-model', 'unknown'],
  ])('%s is %s, %s, %s', (host, vendor, purpose, location) => {
    expect(catalog.host(host)).toMatchObject({ vendor, purpose, location });
  });

  it.each([
    'notdeepseek.com',
    'api.notdeepseek.com',
    'api.deepseek.com.evil.test',
    'api-deepseek.com',
    'deepseek',
    'apideepseek.com',
    'aliyuncs.com',
    'cn-beijing.maas.aliyuncs.com',
    'a.b.cn-beijing.maas.aliyuncs.com',
    'vpc-.dashscope.aliyuncs.com',
    'api.minimaxi.com.cn',
    'api.minimax.cn.example.org',
    'аpi.deepseek.com',
    'wikimini.org',
    'tongyiplastic.com',
    'www.bailian.sh.cn',
    '',
    'http://',
    'x'.repeat(5000),
  ])('%s is nobody’s', (host) => {
    expect(catalog.host(host)).toBeNull();
  });

  it.each([
    ['kimi.moonshot.cn', '/api/chat', 'chat'],
    ['gateway.deepseek.com', '/v1/chat/completions', 'api'],
    ['x.minimax.io', '/anthropic', 'api'],
  ])('%s%s is a server on a vendor’s domain (%s)', (host, path, purpose) => {
    expect(catalog.host(host, path)).toMatchObject({ purpose });
  });

  it.each([
    ['blog.deepseek.com', '/posts/v1'],
    ['gateway.deepseek.com', '/'],
    ['x.notdeepseek.com', '/v1'],
    ['moonshot.cn.evil.test', '/v1'],
  ])('%s%s is a page, or somebody else’s', (host, path) => {
    expect(catalog.host(host, path)).toBeNull();
  });

  it('cites the entry that it rests on', () => {
    expect(catalog.host('api.deepseek.com')?.fact).toMatchObject({
      id: 'vendors/deepseek#hosts/api.deepseek.com',
      source: expect.stringContaining('https://'),
      checked: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it('is never found by what stands around a known one', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(label, label, (before, after) => {
        expect(catalog.host(`${before}api.deepseek.com`)).toBeNull();
        expect(catalog.host(`api.deepseek.com.${after}`)).toBeNull();
        expect(catalog.host(`api.deepseek.com${after}`)).toBeNull();
      }),
    );
  });

  it('is normal after one pass and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.domain()), (text) => {
        const normal = normalHost(text);
        if (normal !== null) expect(normalHost(normal)).toBe(normal);
      }),
    );
  });
});
