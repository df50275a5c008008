/** The storage keys of the sign-in. */

/** The prefix of all our keys, and of those of the OIDC library. */
export const PREFIX = 'golden-ideas:';
/** The prefix of sign-ins that are under way. */
export const SIGN_INS = `${PREFIX}sign-in:`;
export const KEPT_REQUESTS = `${PREFIX}held`;
/** Whether the last person here signed out, so that the next has to say who they are. */
export const SIGNED_OUT = `${PREFIX}signed-out`;
