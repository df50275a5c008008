/**
 * Uploads the built pages with the deployment. Each file goes up as it is and in both compressed
 * forms, which S3 must be told, as it must the caching. Files of earlier releases stay: whoever has
 * a page open loads its parts for weeks to come.
 */
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import {
  BucketDeployment,
  CacheControl,
  type ISource,
  Source,
} from 'aws-cdk-lib/aws-s3-deployment';
import { IgnoreMode, Stack } from 'aws-cdk-lib/core';
import { Construct, type IDependable } from 'constructs';
import { pageCacheControl } from '../../shared/http/security-headers.ts';
import { acceptFindings, anyObjectOf } from './accepted-findings.ts';
import { Logs } from './logs.ts';

/** The forms of a file, by their endings, as the build makes them. */
const FORMS = [
  { id: 'Plain', only: '*', not: ['*.br', '*.gz'] },
  { id: 'Brotli', only: '*.br', not: [], encoding: 'br' },
  { id: 'Gzip', only: '*.gz', not: [], encoding: 'gzip' },
] as const;

/** In MB. With less it spends a minute on unpacking. */
const MEMORY = 512;

interface UploadProps {
  readonly bucket: s3.IBucket;
  /** The folder of the built pages. */
  readonly pages: string;
  /** The content of `/config.json`. */
  readonly configuration: string;
  /** What new pages need: they come after it. */
  readonly after: IDependable;
}

export class Upload extends Construct {
  private readonly bucket: s3.IBucket;
  private readonly role: iam.Role;
  private readonly logs: Logs;
  private sent = false;

  constructor(scope: Construct, id: string, { bucket, pages, configuration, after }: UploadProps) {
    super(scope, id);
    this.bucket = bucket;
    this.logs = new Logs(this, 'Logs');
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: 'The rights of the upload of the pages',
    });
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], this.logs.logGroupArn);
    this.allow(['s3:ListBucket'], bucket.bucketArn);
    this.allow(['s3:PutObject'], bucket.arnForObjects('*'));
    acceptFindings(this.role, {
      [anyObjectOf(bucket)]: 'It uploads all pages, whose names change with each release.',
    });

    const assets = FORMS.map(form =>
      this.send(`Assets${form.id}`, {
        // In the words of a `.gitignore`: nothing but these.
        source: folder(pages, [
          '/*',
          '!/assets/',
          `/assets/*`,
          `!/assets/${form.only}`,
          ...form.not,
        ]),
        path: '/assets/',
        ...('encoding' in form && { encoding: form.encoding }),
      }),
    );
    const top = FORMS.map(form =>
      this.send(`Pages${form.id}`, {
        source: folder(pages, ['/*', `!/${form.only}`, ...form.not, '/assets/']),
        path: '/',
        ...('encoding' in form && { encoding: form.encoding }),
      }),
    );
    top.push(
      this.send('Configuration', {
        source: Source.data('config.json', configuration),
        path: '/',
      }),
    );
    for (const page of top) page.node.addDependency(...assets, after);
    this.acceptFindingsOfFunction();
  }

  private send(
    id: string,
    file: { readonly source: ISource; readonly path: string; readonly encoding?: string },
  ): BucketDeployment {
    const found = file.source.bind(this, { handlerRole: this.role.withoutPolicyUpdates() });
    this.allow(['s3:GetObject'], found.bucket.arnForObjects(found.zipObjectKey));
    const deployment = new BucketDeployment(this, id, {
      sources: [{ bind: () => found }],
      destinationBucket: this.bucket,
      prune: false,
      cacheControl: [CacheControl.fromString(pageCacheControl(file.path))],
      ...(file.encoding !== undefined && { contentEncoding: file.encoding }),
      memoryLimit: MEMORY,
      logGroup: this.logs,
      // Its own grants are wider: all files of the bootstrap's bucket, and deletion here.
      role: this.role.withoutPolicyUpdates(),
      outputObjectKeys: false,
    });
    // All of them run in one function, which has the layer of the first.
    if (this.sent) deployment.node.tryRemoveChild('AwsCliLayer');
    this.sent = true;
    return deployment;
  }

  /** CDK makes one function for all uploads of a stack, in the stack itself. */
  private acceptFindingsOfFunction(): void {
    const found = Stack.of(this).node.children.find(({ node }) =>
      node.id.startsWith('Custom::CDKBucketDeployment'),
    );
    if (!found) throw new Error('CDK has made no function for the upload');
    const byCdk = 'CDK chooses the runtime of its own function.';
    acceptFindings(found, {
      'AwsSolutions-L1': byCdk,
      'Serverless-LambdaLatestVersion': byCdk,
      'Serverless-LambdaTracing': 'It runs during a deployment, which waits for it and logs it.',
      'Serverless-LambdaDLQ':
        'CloudFormation waits for its answer, and takes everything back without.',
    });
  }

  private allow(actions: string[], resource: string): void {
    this.role.addToPolicy(new iam.PolicyStatement({ actions, resources: [resource] }));
  }
}

function folder(path: string, exclude: string[]): ISource {
  return Source.asset(path, { exclude, ignoreMode: IgnoreMode.GIT });
}
