/**
 * The names under which signing in keeps things in the browser.
 */

/** Before every key of ours, and before those of the OIDC library. */
export const PREFIX = 'golden-ideas:';
export const KEPT_REQUESTS = `${PREFIX}held`;
/** Whether the last person here signed out, so that the next has to say who they are. */
export const SIGNED_OUT = `${PREFIX}signed-out`;
