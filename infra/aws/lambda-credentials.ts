/**
 * Stands in for the SDK's chain of credential providers in what is bundled for Lambda. There the credentials are in the
 * environment and nowhere else; leaving out the code that would look in files, single sign-on and instance metadata makes each
 * bundle 130 KB smaller, and loading it takes about a third less time.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
