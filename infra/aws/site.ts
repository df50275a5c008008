/**
 * The address that people open: CloudFront with the pages from a private bucket and, below `/api/`,
 * the API. One origin for both, so no browser asks another, and only what comes through here is
 * answered (ADR 47).
 */
import { fileURLToPath } from 'node:url';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Annotations, Aws, Duration, Stack } from 'aws-cdk-lib/core';
import { Construct, type IDependable } from 'constructs';
import { API_PREFIX } from '../../shared/contract/route.ts';
import { ORIGIN_HEADER } from '../../shared/http/origin.ts';
import { API_HEADERS, pageHeaders } from '../../shared/http/security-headers.ts';
import { acceptFindings } from './accepted-findings.ts';
import { builtPages } from './built-pages.ts';
import { OriginSecrets } from './origin-secrets.ts';
import { PagesBucket } from './pages-bucket.ts';
import { securityHeadersPolicy } from './security-headers-policy.ts';
import type { SiteSettings } from './settings.ts';
import { Upload } from './upload.ts';

const PAGE_REQUEST = fileURLToPath(new URL('cloudfront/page-request.js', import.meta.url));

/** Most people are in China, whose nearest places are not in the cheapest class. */
const PRICE_CLASSES = {
  100: cloudfront.PriceClass.PRICE_CLASS_100,
  200: cloudfront.PriceClass.PRICE_CLASS_200,
  all: cloudfront.PriceClass.PRICE_CLASS_ALL,
};

interface SiteProps {
  readonly settings: SiteSettings;
  /** The host of the API. */
  readonly apiHost: string;
  /** The origins that the pages call besides their own: the sign-in and the bucket of uploads. */
  readonly connects: readonly string[];
  /** The firewall's ARN, if there is one. */
  readonly webAclArn: string | undefined;
}

export class Site extends Construct {
  /** The origin, such as https://ideas.example.com. */
  readonly origin: string;
  /** The name that CloudFront gives. */
  readonly host: string;
  readonly secrets: OriginSecrets;
  private readonly distribution: cloudfront.Distribution;
  private readonly bucket: PagesBucket;
  private readonly settings: SiteSettings;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { domain, originSecret, priceClass } = props.settings;
    this.settings = props.settings;
    this.secrets = new OriginSecrets(this, 'OriginSecret', { number: originSecret });
    this.bucket = new PagesBucket(this, 'Pages');
    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: 'Golden Ideas',
      // The function leads there too; without this a slip there would list the bucket.
      defaultRootObject: 'index.html',
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: PRICE_CLASSES[priceClass],
      ...(domain && {
        domainNames: [domain.name],
        certificate: acm.Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      ...(props.webAclArn !== undefined && { webAclId: props.webAclArn }),
      defaultBehavior: this.pages(props.connects),
      additionalBehaviors: { [`${API_PREFIX}/*`]: this.api(props.apiHost) },
    });
    acceptFindings(this.distribution, {
      'AwsSolutions-CFR1': 'People travel, and who may do something is decided by their account.',
      'AwsSolutions-CFR3':
        'Lines with addresses of people and of what they read; the API logs each request without them.',
      ...(props.webAclArn === undefined && {
        'AwsSolutions-CFR2':
          'A firewall costs money each month; the API is throttled, and the setting waf adds one.',
      }),
      ...(!domain && {
        'AwsSolutions-CFR4':
          'CloudFront’s own certificate allows no choice; a firm’s own domain has TLS 1.2 at least.',
      }),
    });
    // It has a default root object, and a function in front of the bucket.
    Annotations.of(this.distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
    );
    this.host = this.distribution.distributionDomainName;
    this.origin = `https://${domain?.name ?? this.host}`;
  }

  /** The functions take a new secret before CloudFront sends it. */
  sendSecretAfter(functions: IDependable): void {
    this.distribution.node.addDependency(functions);
  }

  /** Uploads the pages, after the API that they call. */
  publish(configuration: string, after: IDependable): void {
    new Upload(this, 'Upload', {
      bucket: this.bucket,
      pages: builtPages(this.settings.pages),
      configuration,
      after,
    });
  }

  private pages(connect: readonly string[]): cloudfront.BehaviorOptions {
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
        // With the right to list, S3 answers 404 for a missing file and not 403.
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
        originAccessControl: new cloudfront.S3OriginAccessControl(this, 'Access', {
          // All regions of an account share the names.
          originAccessControlName: `${Stack.of(this).stackName}-${Aws.REGION}`,
          signing: cloudfront.Signing.SIGV4_ALWAYS,
        }),
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_GET_HEAD,
      // Compressed at build time, better than CloudFront would.
      compress: false,
      cachePolicy: new cloudfront.CachePolicy(this, 'Caching', {
        comment: 'As each file says; the form is part of its name',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.days(365),
      }),
      responseHeadersPolicy: securityHeadersPolicy(this, 'PageHeaders', pageHeaders({ connect })),
      functionAssociations: [
        {
          eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
          function: new cloudfront.Function(this, 'PageRequest', {
            comment: 'Leads addresses to pages, and files to their compressed forms',
            code: cloudfront.FunctionCode.fromFile({ filePath: PAGE_REQUEST }),
            runtime: cloudfront.FunctionRuntime.JS_2_0,
          }),
        },
      ],
    };
  }

  private api(host: string): cloudfront.BehaviorOptions {
    return {
      origin: new HttpOrigin(host, {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
        customHeaders: { [ORIGIN_HEADER]: this.secrets.sent },
        // The gateway answers after 30 seconds at the latest.
        readTimeout: Duration.seconds(35),
        keepaliveTimeout: Duration.seconds(60),
      }),
      // A request sent in the clear is refused, not repeated: it may have had a token.
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      // The functions compress.
      compress: false,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      // Also for answers of the gateway itself.
      responseHeadersPolicy: securityHeadersPolicy(this, 'ApiHeaders', API_HEADERS),
    };
  }
}
