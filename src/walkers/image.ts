// How container images are named: `host/owner/name:tag@digest`.
const IMAGE = /^((?:[\w.-]{1,100}(?::\d{1,5})?\/)?[\w./-]{1,200}?)(?::([\w.-]{1,128}))?(?:@sha256:[0-9a-f]{64})?$/;

export interface ImageName {
  /** Without tag and digest. */
  readonly name: string;
  readonly tag: string | null;
}

export function imageNameOf(text: string): ImageName | null {
  const [, name, tag = null] = IMAGE.exec(text) ?? [];
  return name ? { name, tag } : null;
}
