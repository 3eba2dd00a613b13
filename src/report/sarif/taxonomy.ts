// The CWE entries that the rules name, as a SARIF taxonomy: GitLab and DefectDojo read the relation, not the tag.
import type { ReportingDescriptorReference, ReportingDescriptorRelationship, ToolComponent } from 'sarif';
import type { Rule } from '../../model.ts';
import { by } from '../../util/sort.ts';

/** Made up once for this taxonomy as waybill writes it; it only has to stay the same. */
const GUID = '25f72d7e-8a92-459d-ad67-64853f788765';
const NAME = 'CWE';

/** Titles of the entries that rules are likely to name; another entry goes by its number. */
const titles: Readonly<Record<number, string>> = {
  94: 'Improper Control of Generation of Code (Code Injection)',
  200: 'Exposure of Sensitive Information to an Unauthorized Actor',
  201: 'Insertion of Sensitive Information Into Sent Data',
  312: 'Cleartext Storage of Sensitive Information',
  345: 'Insufficient Verification of Data Authenticity',
  353: 'Missing Support for Integrity Check',
  494: 'Download of Code Without Integrity Check',
  502: 'Deserialization of Untrusted Data',
  506: 'Embedded Malicious Code',
  522: 'Insufficiently Protected Credentials',
  540: 'Inclusion of Sensitive Information in Source Code',
  798: 'Use of Hard-coded Credentials',
  829: 'Inclusion of Functionality from Untrusted Control Sphere',
  1104: 'Use of Unmaintained Third Party Components',
  1357: 'Reliance on Insufficiently Trustworthy Component',
  1395: 'Dependency on Vulnerable Third-Party Component',
};

export function cweNumbers({ tags }: Rule): number[] {
  return tags.flatMap((tag) => {
    const number = /^external\/cwe\/cwe-0*(\d{1,5})$/.exec(tag)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

export function cweTaxonomy(rules: readonly Rule[]): ToolComponent | null {
  const numbers = [...new Set(rules.flatMap(cweNumbers))].sort(by((number) => number));
  if (numbers.length === 0) return null;
  return {
    name: NAME,
    guid: GUID,
    organization: 'MITRE',
    informationUri: 'https://cwe.mitre.org/',
    shortDescription: { text: 'The MITRE Common Weakness Enumeration.' },
    isComprehensive: false,
    taxa: numbers.map((number) => ({
      id: idOf(number),
      ...(titles[number] ? { shortDescription: { text: `${titles[number]}.` } } : {}),
      helpUri: `https://cwe.mitre.org/data/definitions/${number}.html`,
    })),
  };
}

export function cweRelationships(rule: Rule): ReportingDescriptorRelationship[] {
  return cweNumbers(rule).map((number) => ({ target: reference(number), kinds: ['superset'] }));
}

function reference(number: number): ReportingDescriptorReference {
  return { id: idOf(number), toolComponent: { name: NAME, index: 0, guid: GUID } };
}

function idOf(number: number): string {
  return `CWE-${number}`;
}
