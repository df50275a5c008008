/**
 * Our security headers as CloudFront sets them. It has fields of its own for some, which it refuses
 * as custom headers, and all of them replace what an origin sends.
 */
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { Aws, Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { TLS_ONLY } from '../../shared/http/security-headers.ts';

const CONTENT_SECURITY = 'content-security-policy';
const CONTENT_TYPE = 'x-content-type-options';
const REFERRER = 'referrer-policy';
const OWN_FIELD = [CONTENT_SECURITY, CONTENT_TYPE, REFERRER, TLS_ONLY];

/** Throws for a header that is missing, and for a value that CloudFront cannot have. */
export function securityHeadersPolicy(
  scope: Construct,
  id: string,
  headers: Readonly<Record<string, string>>,
): cloudfront.ResponseHeadersPolicy {
  const value = (name: string): string => {
    const found = headers[name];
    if (found === undefined) throw new Error(`no header ${name}`);
    return found;
  };
  const age = /^max-age=(\d+)$/.exec(value(TLS_ONLY))?.[1];
  const referrer = Object.values(cloudfront.HeadersReferrerPolicy).find(
    policy => policy === value(REFERRER),
  );
  if (age === undefined || referrer === undefined || value(CONTENT_TYPE) !== 'nosniff')
    throw new Error('CloudFront has no such security header');
  return new cloudfront.ResponseHeadersPolicy(scope, id, {
    // All regions of an account share the names.
    responseHeadersPolicyName: `${Stack.of(scope).stackName}-${id}-${Aws.REGION}`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: value(CONTENT_SECURITY), override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: referrer, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(Number(age)),
        includeSubdomains: false,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(headers)
        .filter(([header]) => !OWN_FIELD.includes(header))
        .map(([header, value]) => ({ header, value, override: true })),
    },
  });
}
