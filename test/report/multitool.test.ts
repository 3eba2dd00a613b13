// The validator of the SARIF SDK, with the rules of its own and those of GitHub. Its binary comes with the dependencies.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { expect, it } from 'vitest';
import { reporters } from '../../src/report/index.ts';
import { empty, report } from './sample.ts';

/** Off unless named: what GitHub needs beyond the rule kind `Ghas`. SARIF2006 would fetch every URI. */
const rules: Readonly<Record<string, 'Error' | 'Disabled'>> = {
  'GH1001.ProvideRequiredLocationProperties': 'Error',
  'GH1002.InlineThreadFlowLocations': 'Error',
  'GH1003.ProvideRequiredRegionProperties': 'Error',
  'GH1004.ReviewArraysThatExceedConfigurableDefaults': 'Error',
  'GH1005.LocationsMustBeRelativeUrisOrFilePaths': 'Error',
  'GH1006.ProvideCheckoutPath': 'Error',
  'GH1007.ProvideFullyFormattedMessageStrings': 'Error',
  'SARIF2006.UrisShouldBeReachable': 'Disabled',
};
const configuration = `<?xml version="1.0" encoding="utf-8"?>\n<Properties>${Object.entries(rules)
  .map(
    ([rule, state]) =>
      `<Properties Key="${rule}.Options"><Property Key="RuleEnabled" Value="${state}" Type="Driver.RuleEnabledState" /></Properties>`,
  )
  .join('')}</Properties>\n`;

/** There is no public page about waybill yet, and no address is made up. */
const UNAVOIDABLE = ['SARIF2005'];

function complaints(logs: Readonly<Record<string, string>>): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-sarif-'));
  try {
    const binary: string = createRequire(import.meta.url)('@microsoft/sarif-multitool');
    if (process.platform !== 'win32') chmodSync(binary, 0o755);
    const configured = join(folder, 'rules.xml');
    writeFileSync(configured, configuration);
    const inputs = Object.entries(logs).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const output = join(folder, 'output.sarif');
    const settings = [
      '--rule-kind',
      'Sarif;Ghas',
      '--config',
      configured,
      '--level',
      'Error;Warning',
      '-o',
      output,
      '--log',
      'ForceOverwrite',
    ];
    execFileSync(binary, ['validate', ...inputs, ...settings], { stdio: 'pipe' });
    const found: Log = JSON.parse(readFileSync(output, 'utf8'));
    const by: Record<string, string[]> = Object.fromEntries(Object.keys(logs).map((name) => [name, []]));
    for (const { ruleId, locations } of found.runs[0]?.results ?? []) {
      const file = locations?.[0]?.physicalLocation?.artifactLocation?.uri?.split('/').at(-1) ?? '';
      by[file]?.push(ruleId ?? '');
    }
    return by;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function broken({ runs: [run], ...log }: Log): unknown {
  const [rule, ...rules] = run?.tool.driver.rules ?? [];
  const [first, ...results] = run?.results ?? [];
  const artifactLocation = { uri: 'a.py', uriBaseId: '%SRCROOT%' };
  const driver = { ...run?.tool.driver, rules: [{ ...rule, help: undefined }, ...rules] };
  return {
    ...log,
    runs: [{ ...run, tool: { driver }, results: [{ ...first, locations: [{ physicalLocation: { artifactLocation } }] }, ...results] }],
  };
}

it('finds nothing to complain about that could be avoided, and would', { timeout: 120_000 }, () => {
  const options = { width: 80, color: false, inactive: true, brief: false };
  const full = reporters.sarif(report(), options);
  const found = complaints({
    'full.sarif': full,
    'empty.sarif': reporters.sarif(empty, options),
    'broken.sarif': JSON.stringify(broken(JSON.parse(full))),
  });
  expect(found['full.sarif']).toEqual(UNAVOIDABLE);
  expect(found['empty.sarif']).toEqual(UNAVOIDABLE);
  expect(found['broken.sarif']).toEqual(expect.arrayContaining(['GH1003', 'GH2012']));
});
