/**
 * All that a request can be refused with: by the domain's rules, or before any of them is looked at because the request itself
 * is not right. Which status and which words go with each is written down in `wordings/`.
 */
import type { Role } from '../domain/organization/organization.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Words } from './language.ts';

/** A field that broke a rule, with words in both languages until it is known who reads them. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
  readonly words: Words;
}

/** Fields that break a rule of the request's shape. */
export type InvalidRequest = { readonly code: 'invalid-request'; readonly errors: readonly FieldError[] };

/** A file that cannot be read as a table. */
export type FileRefusal =
  | { readonly code: 'malformed-csv'; readonly line?: number }
  /** The file cannot be made sense of. `line` is where its headings are, where they are too far down. */
  | {
      readonly code: 'unreadable-file';
      readonly fault: 'encoding' | 'workbook' | 'separator' | 'title-row';
      readonly line?: number;
    };

/** Refusals that come before any rule of the domain: the request itself is not right. */
export type RequestRefusal =
  | InvalidRequest
  | FileRefusal
  | { readonly code: 'malformed-json' }
  | { readonly code: 'body-too-large'; readonly limit: number }
  | { readonly code: 'unsupported-media-type'; readonly expected: string }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'role-required'; readonly roles: readonly Role[] }
  /** The route wants to be told in `If-Match` which version was read. */
  | { readonly code: 'precondition-required' }
  | { readonly code: 'no-such-route' }
  | { readonly code: 'busy' }
  /** What was asked for has been stored by a newer release than the one that answers. */
  | { readonly code: 'newer-item'; readonly retryAfterSeconds: number }
  | { readonly code: 'internal' };

export type AnyRefusal = Refusal | RequestRefusal;
