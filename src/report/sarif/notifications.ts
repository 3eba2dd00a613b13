// Notices as notifications of the invocation: a gap is never a result, and never silent.
import type { Notification, ReportingDescriptor } from 'sarif';
import type { Notice } from '../../model.ts';
import { noticeCodes, noticeKind } from '../notices.ts';
import { SOURCE_ROOT, uriOf } from './locations.ts';
import { sentence } from './message.ts';
import { pascalCase } from './rules.ts';

/** All known codes, so that the metadata is the same for every scan, and those of this scan that are not known. */
export function descriptorCodes(notices: readonly Notice[]): readonly string[] {
  return [...new Set([...noticeCodes, ...notices.map(({ code }) => code)])].sort();
}

export function notificationDescriptors(codes: readonly string[]): ReportingDescriptor[] {
  return codes.map((code) => {
    const { says, help } = noticeKind(code);
    return {
      id: code,
      // A name must not read like its id (SARIF1001), and some codes are one word.
      name: pascalCase(`${code}-notice`),
      shortDescription: { text: says },
      fullDescription: { text: `${says} ${help}` },
      help: { text: help, markdown: help },
      defaultConfiguration: { level: 'warning' },
    };
  });
}

export function notifications(notices: readonly Notice[], codes: readonly string[], prefix: string): Notification[] {
  return notices.map((notice) => ({
    descriptor: { id: notice.code, index: codes.indexOf(notice.code) },
    level: 'warning',
    message: { text: sentence(notice.path === null ? notice.detail : `${notice.path}: ${notice.detail}`) },
    ...(notice.path === null ? {} : { locations: [locationOf(notice.path, notice.line, prefix)] }),
  }));
}

function locationOf(path: string, line: number | null, prefix: string) {
  const artifactLocation = { uri: uriOf(path, prefix), uriBaseId: SOURCE_ROOT };
  return { physicalLocation: line === null ? { artifactLocation } : { artifactLocation, region: { startLine: line } } };
}
