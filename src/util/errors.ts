// A mistake of whoever runs waybill: told without a stack, with the place and the next step. Exit code 2.

export interface Mistake {
  /** Stable, kebab-case (`unknown-rule`). */
  readonly code: string;
  /** What is wrong, one sentence without a full stop. */
  readonly message: string;
  /** `file:line:column`, a flag, or null. */
  readonly where?: string | null;
  /** What to do next, or null. */
  readonly hint?: string | null;
}

export class UsageError extends Error {
  readonly code: string;
  readonly where: string | null;
  readonly hint: string | null;

  constructor({ code, message, where = null, hint = null }: Mistake) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
    this.where = where;
    this.hint = hint;
  }
}
