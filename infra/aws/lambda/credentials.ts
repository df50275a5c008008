/**
 * Replaces the SDK's chain of credential providers in bundles for Lambda. There the credentials are
 * in the environment only. Leaving out the code for files, single sign-on and instance metadata
 * makes each bundle 130 KB smaller, and it loads in about a third less time.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
