/** What a user can put right: a flag, a path, a configuration, a rule file. Ends the run with exit code 2 and no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Kebab-case, stable: `missing-path`. */
  readonly code: string;
  /** `file:line` of what is wrong, or null where it stands on the command line. */
  readonly where: string | null;
  /** The next step, or null where the message says it all. */
  readonly hint: string | null;

  constructor(message: string, { code, where = null, hint = null }: { code: string; where?: string | null; hint?: string | null }) {
    super(message);
    this.code = code;
    this.where = where;
    this.hint = hint;
  }
}
