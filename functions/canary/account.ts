/**
 * The account of the canary at the user pool. It is nobody's member, and its client's tokens open
 * `GET /api/me` alone.
 */
import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';

/** Its name; those of people begin with their organization, and have a dot. */
export const CANARY = 'canary';

export interface CanaryAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly password: string;
}

/** A request of the pool, https://cognito-idp.<region>.amazonaws.com/<pool>, for its tokens. */
export function signInRequest(
  issuer: string,
  { clientId, clientSecret, password }: CanaryAccount,
): Request {
  return new Request(new URL('/', issuer), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: {
        USERNAME: CANARY,
        PASSWORD: password,
        SECRET_HASH: createHmac('sha256', clientSecret)
          .update(CANARY + clientId)
          .digest('base64'),
      },
    }),
  });
}

/** The pool's answer. Without tokens it asks for more, such as another password. */
export const signedIn = z.object({
  AuthenticationResult: z.object({ AccessToken: z.string().check(z.minLength(1)) }),
});
