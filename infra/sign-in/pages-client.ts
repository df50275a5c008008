/**
 * The pages' client at a user pool: what the pages use, and no more. The pool on AWS permits it,
 * and the local sign-in refuses everything else, so a page that needs more fails here first.
 */
export const PAGES_CLIENT = {
  /** Where the pool sends the browser back to, below the pages' origin. */
  callbackPath: '/signed-in',
  /** Where it sends it after a sign-out. */
  signedOutPath: '/',
  scopes: ['openid'],
  /**
   * A member who leaves the firm is locked out by the member list at once, whatever their token
   * says.
   */
  accessTokenSeconds: 30 * 60,
  /** A phone stays signed in from one deliberation day to the next. */
  refreshTokenSeconds: 40 * 24 * 60 * 60,
  /**
   * A refresh token serves once, and for this long afterwards, the most that Cognito offers: a phone
   * whose answer was lost on the way asks again.
   */
  rotationGraceSeconds: 60,
} as const;

/** The parameters of Cognito's authorization endpoint, as documented. */
export const AUTHORIZATION_PARAMETERS: readonly string[] = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'identity_provider',
  'idp_identifier',
  'scope',
  'code_challenge_method',
  'code_challenge',
  'nonce',
  'lang',
  'login_hint',
  'prompt',
  'resource',
];
