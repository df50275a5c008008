/** Refusals that any stored thing can give: it is not there, or it is no longer as the caller saw it. */

export type NotFound = {
  readonly code: 'not-found';
  readonly what: 'organization' | 'zone' | 'round' | 'idea' | 'comment' | 'bulletin' | 'member';
};
export type ChangedMeanwhile = { readonly code: 'changed-meanwhile' };
/** The caller named the version it had read, and that is not the current one. */
export type VersionMismatch = { readonly code: 'version-mismatch'; readonly current: number };
export type KeyReused = { readonly code: 'key-reused' };
