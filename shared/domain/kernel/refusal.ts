/** Refusals of any stored thing: it is missing, or it has changed since the caller read it. */

export type NotFound = {
  readonly code: 'not-found';
  readonly what:
    | 'organization'
    | 'zone'
    | 'round'
    | 'idea'
    | 'comment'
    | 'bulletin'
    | 'member'
    | 'photo';
};
export type ChangedMeanwhile = { readonly code: 'changed-meanwhile' };
/** The caller's expected version is not the present one. */
export type VersionMismatch = { readonly code: 'version-mismatch'; readonly current: number };
export type KeyReused = { readonly code: 'key-reused' };
