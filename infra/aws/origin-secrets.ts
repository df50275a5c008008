/**
 * The secrets by which the API knows what came through the site; see `shared/http/origin.ts`. They
 * are numbered. CloudFront sends the one of the setting; the functions also take the one before, so
 * that a deployment with the next number replaces it without a refused request.
 */
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { acceptFindings } from './accepted-findings.ts';

export class OriginSecrets extends Construct {
  /** What CloudFront sends. */
  readonly sent: string;
  /** What the functions take: both are resolved by CloudFormation, and in no template. */
  readonly taken: string;

  constructor(scope: Construct, id: string, { number }: { readonly number: number }) {
    super(scope, id);
    const secretOf = (one: number): string => {
      const secret = new Secret(this, `Number${one}`, {
        description: `Golden Ideas: CloudFront shows it to the API, number ${one}`,
        generateSecretString: { passwordLength: 43, excludePunctuation: true },
        // Another deployment makes another.
        removalPolicy: RemovalPolicy.DESTROY,
      });
      acceptFindings(secret, {
        'AwsSolutions-SMG4':
          'CloudFront and the functions take a new secret together, in a deployment with the next number.',
      });
      return secret.secretValue.unsafeUnwrap();
    };
    this.sent = secretOf(number);
    this.taken = number > 1 ? `${this.sent},${secretOf(number - 1)}` : this.sent;
  }
}
