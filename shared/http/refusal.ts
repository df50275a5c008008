/**
 * All refusals of a request: by the domain's rules, or before any rule is checked because the
 * request itself is invalid. `wordings/` has the status and words of each.
 */
import type { Role } from '../domain/organization/organization.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Words } from './language.ts';

/** A field that broke a rule, with words in both languages until the reader's is known. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
  readonly words: Words;
}

/** Fields that break a rule of the request's shape. */
export type InvalidRequest = {
  readonly code: 'invalid-request';
  readonly errors: readonly FieldError[];
};

/** A file that cannot be read as a table. */
export type FileRefusal =
  | { readonly code: 'malformed-csv'; readonly line?: number }
  /** The file is unreadable. `line` is the row of its headings, if they are too far down. */
  | {
      readonly code: 'unreadable-file';
      readonly fault: 'encoding' | 'workbook' | 'separator' | 'title-row';
      readonly line?: number;
    };

/** Refusals before any rule of the domain: the request itself is invalid. */
export type RequestRefusal =
  | InvalidRequest
  | FileRefusal
  | { readonly code: 'malformed-json' }
  | { readonly code: 'body-too-large'; readonly limit: number }
  | { readonly code: 'unsupported-media-type'; readonly expected: string }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'role-required'; readonly roles: readonly Role[] }
  /** The route requires the expected version in `If-Match`. */
  | { readonly code: 'precondition-required' }
  | { readonly code: 'no-such-route' }
  /** The request came to the API's own address. */
  | { readonly code: 'not-through-site' }
  | { readonly code: 'busy' }
  /** The organization uses more than its share while others need theirs. */
  | { readonly code: 'too-many-requests'; readonly retryAfterSeconds: number }
  /** A newer release than the answering one has stored the requested item. */
  | { readonly code: 'newer-item'; readonly retryAfterSeconds: number }
  | { readonly code: 'internal' };

export type AnyRefusal = Refusal | RequestRefusal;
