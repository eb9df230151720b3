export type ErrorParams = Record<string, string | number | readonly string[]>;

/**
 * The one error that people are told of. `code` is snake_case and is the key of its text (`error.<code>`);
 * each surface translates it once. `field` names the input that it speaks of.
 */
export class EnishiError extends Error {
  readonly code: string;
  readonly params: ErrorParams;
  readonly field: string | null;

  constructor(code: string, params: ErrorParams = {}, options: { field?: string; cause?: unknown } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "EnishiError";
    this.code = code;
    this.params = params;
    this.field = options.field ?? null;
  }
}

/** True for an error whose code people can be told. */
export function isEnishiError(error: unknown): error is EnishiError {
  return error instanceof EnishiError;
}
