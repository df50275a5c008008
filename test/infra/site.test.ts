/** The site: what CloudFront serves, from where, to whom, and how the pages get there. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  API_HEADERS,
  pageCacheControl,
  pageHeaders,
  TLS_ONLY,
} from '../../shared/http/security-headers.ts';
import { parseConfiguration } from '../../web/session/configuration.ts';
import { get, type Resource, ROOT, stack, synthesize } from './template.ts';

/** Where pages send pictures. */
const UPLOADS = 'https://PhotosUploads.RegionalDomainName';

const CERTIFICATE =
  'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';

const behavior = z.object({
  AllowedMethods: z.array(z.string()),
  CachePolicyId: z.string(),
  Compress: z.boolean(),
  FunctionAssociations: z._default(z.array(z.unknown()), []),
  OriginRequestPolicyId: z.optional(z.string()),
  ResponseHeadersPolicyId: z.string(),
  TargetOriginId: z.string(),
  ViewerProtocolPolicy: z.string(),
});
const distribution = z.object({
  Aliases: z._default(z.array(z.string()), []),
  CacheBehaviors: z.array(z.extend(behavior, { PathPattern: z.string() })),
  CustomErrorResponses: z.optional(z.unknown()),
  DefaultCacheBehavior: behavior,
  DefaultRootObject: z.optional(z.string()),
  HttpVersion: z.string(),
  Origins: z.array(z.looseObject({ Id: z.string() })),
  PriceClass: z.string(),
  ViewerCertificate: z.optional(z.unknown()),
  WebACLId: z.optional(z.unknown()),
});

const siteOf = ({ resources }: { readonly resources: ReadonlyMap<string, Resource> }) =>
  distribution.parse(get(resources, 'SiteDistribution').DistributionConfig);
const site = siteOf(stack);
const { DefaultCacheBehavior: pages, CacheBehaviors } = site;
const originOf = ({ TargetOriginId }: { readonly TargetOriginId: string }) =>
  site.Origins.find(({ Id }) => Id === TargetOriginId);

it('has a behavior for the API, and one for everything else', () => {
  expect(CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual(['/api/*']);
  expect(site.HttpVersion).toBe('http2and3');
});

it('shows an answer of the API as it is, also 403 and 404', () => {
  expect(site.CustomErrorResponses).toBeUndefined();
});

describe('the API', () => {
  const api = CacheBehaviors[0]!;

  it('gets every method and header of the browser except the host, over TLS, and is not cached', () => {
    expect(api).toMatchObject({
      AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']),
      // Managed-CachingDisabled, Managed-AllViewerExceptHostHeader
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'https-only',
      FunctionAssociations: [],
    });
    expect(originOf(api)?.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
    expect(JSON.stringify(originOf(api)?.DomainName)).toContain('ApiHttp.ApiEndpoint');
  });

  it('is shown a secret that is in no template', () => {
    expect(originOf(api)?.OriginCustomHeaders).toEqual([
      {
        HeaderName: 'x-origin-secret',
        HeaderValue: '{{resolve:secretsmanager:SiteOriginSecretNumber1:SecretString:::}}',
      },
    ]);
    expect(get(stack.resources, 'SiteOriginSecretNumber1').GenerateSecretString).toEqual({
      PasswordLength: 43,
      ExcludePunctuation: true,
    });
  });

  it('takes a new secret before CloudFront sends it, and the one before as well', () => {
    const rotated = synthesize({ originSecret: '8' });
    const [now, before] = [8, 7].map(
      number => `{{resolve:secretsmanager:SiteOriginSecretNumber${number}:SecretString:::}}`,
    );
    const functions = [...rotated.ofType('AWS::Lambda::Function')].filter(([name]) =>
      name.startsWith('Api'),
    );
    expect(functions).toHaveLength(7);
    for (const [name, { Properties }] of functions) {
      expect(Properties.Environment).toMatchObject({
        Variables: { ORIGIN_SECRETS: `${now},${before}` },
      });
      // Their aliases lead to the new versions by then.
      expect(rotated.resources.get('SiteDistribution')?.DependsOn).toContain(
        name.replace(/Function$/, 'Live'),
      );
    }
    expect(JSON.stringify(siteOf(rotated))).toContain(now);
    expect(JSON.stringify(siteOf(rotated))).not.toContain(before);
    expect([...rotated.ofType('AWS::SecretsManager::Secret').keys()].toSorted()).toEqual([
      'PhotosAddressSecret',
      'SiteOriginSecretNumber7',
      'SiteOriginSecretNumber8',
    ]);
  });

  it('has the security headers on every answer, the gateway’s own as well', () => {
    expect(headersOf(api.ResponseHeadersPolicyId)).toEqual(API_HEADERS);
  });
});

describe('the pages', () => {
  it('are read by CloudFront alone, from a private bucket, over TLS', () => {
    expect(get(stack.resources, 'SitePages')).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
        ],
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(get(stack.resources, 'SitePagesPolicy').PolicyDocument).toMatchObject({
      Statement: [
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Condition: {
            StringEquals: {
              'AWS:SourceArn': expect.stringMatching(/:distribution\/SiteDistribution$/),
            },
          },
        },
      ],
    });
    expect(originOf(pages)).toMatchObject({
      DomainName: 'SitePages.RegionalDomainName',
      OriginAccessControlId: 'SiteAccess.Id',
    });
    expect(get(stack.resources, 'SiteAccess').OriginAccessControlConfig).toMatchObject({
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    });
  });

  it('are led to by the function; `/` lists nothing even without it', () => {
    expect(site.DefaultRootObject).toBe('index.html');
    expect(pages.FunctionAssociations).toEqual([
      { EventType: 'viewer-request', FunctionARN: 'SitePageRequest.FunctionARN' },
    ]);
    expect(pages).toMatchObject({
      AllowedMethods: ['GET', 'HEAD'],
      ViewerProtocolPolicy: 'redirect-to-https',
    });
  });

  it('are cached as each file says', () => {
    expect(get(stack.resources, pages.CachePolicyId).CachePolicyConfig).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      MaxTTL: 365 * 24 * 60 * 60,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    });
  });

  it('have the headers of the local system, and may call the pool', () => {
    expect(headersOf(pages.ResponseHeadersPolicyId)).toEqual(
      pageHeaders({
        connect: [
          'https://cognito-idp.AWS::Region.AWS::URLSuffix',
          'https://golden-ideas-AWS::AccountId.auth.AWS::Region.amazoncognito.com',
          UPLOADS,
        ],
      }),
    );
  });

  it('may call where the firm’s issuer is, and its other origins', { timeout: 30_000 }, () => {
    const own = synthesize({
      issuer: 'https://login.example/realm',
      audience: 'golden-ideas',
      clientId: 'pages',
      signInOrigins: 'https://oauth2.example',
    });
    expect(headersOf(siteOf(own).DefaultCacheBehavior.ResponseHeadersPolicyId, own)).toEqual(
      pageHeaders({ connect: ['https://login.example', 'https://oauth2.example', UPLOADS] }),
    );
  });
});

describe('a deployment', () => {
  const uploads = stack.ofType('Custom::CDKBucketDeployment');
  const upload = (name: string) => {
    const found = uploads.get(`SiteUpload${name}CustomResource512MiB`);
    if (!found) throw new Error(`no ${name} among ${[...uploads.keys()].join(', ')}`);
    return found;
  };

  it.for([
    ['AssetsPlain', '/assets/', undefined],
    ['AssetsBrotli', '/assets/', 'br'],
    ['AssetsGzip', '/assets/', 'gzip'],
    ['PagesPlain', '/', undefined],
    ['PagesBrotli', '/', 'br'],
    ['PagesGzip', '/', 'gzip'],
    ['Configuration', '/config.json', undefined],
  ] as const)('uploads %s with its caching and its form', ([name, path, encoding]) => {
    expect(upload(name).Properties).toMatchObject({
      DestinationBucketName: 'SitePages',
      // Parts of earlier releases stay, for pages that are open.
      Prune: false,
      SystemMetadata: {
        'cache-control': pageCacheControl(path),
        ...(encoding && { 'content-encoding': encoding }),
      },
    });
  });

  it.for([
    ['AssetsPlain', ['assets/app-1a2b3c4d.js']],
    ['AssetsBrotli', ['assets/app-1a2b3c4d.js.br']],
    ['AssetsGzip', ['assets/app-1a2b3c4d.js.gz']],
    ['PagesPlain', ['index.html', 'public.html', 'sw.js']],
    ['PagesBrotli', ['index.html.br', 'public.html.br', 'sw.js.br']],
    ['PagesGzip', ['index.html.gz', 'public.html.gz', 'sw.js.gz']],
    ['Configuration', ['config.json']],
  ] as const)('uploads as %s the files %o', ([name, files]) => {
    const { SourceObjectKeys } = upload(name).Properties;
    const [key = ''] = z.array(z.string()).parse(SourceObjectKeys);
    const folder = join(stack.assets, `asset.${key.replace('.zip', '')}`);
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => relative(folder, join(file.parentPath, file.name)));
    expect(found.toSorted()).toEqual(files);
  });

  it('uploads no more than these', () => {
    expect(uploads.size).toBe(7);
  });

  it('uploads a page after its parts and after the API that it calls', () => {
    for (const page of ['PagesPlain', 'PagesBrotli', 'PagesGzip', 'Configuration']) {
      const { DependsOn } = upload(page);
      for (const form of ['Plain', 'Brotli', 'Gzip'])
        expect(DependsOn).toContain(`SiteUploadAssets${form}CustomResource512MiB`);
      expect(DependsOn).toContain('ApiEmployeeFunction');
      expect(DependsOn).toContain('ApiStage');
    }
  });

  it('uploads with no more rights than that', () => {
    const { PolicyDocument } = get(stack.resources, 'SiteUploadRoleDefaultPolicy');
    const list = z.pipe(
      z.union([z.string(), z.array(z.string())]),
      z.transform(value => [value].flat()),
    );
    const { Statement } = z
      .object({ Statement: z.array(z.object({ Action: list, Resource: list })) })
      .parse(PolicyDocument);
    const grants = Statement.flatMap(({ Action, Resource }) =>
      Action.flatMap(action => Resource.map(on => `${action} on ${on}`)),
    );
    const files = grants.filter(grant => grant.startsWith('s3:GetObject on '));
    expect(files).toHaveLength(7);
    for (const file of files)
      expect(file).toMatch(/:s3:::cdk-hnb659fds-assets-[^/]+\/[0-9a-f]{64}\.zip$/);
    expect(grants.filter(grant => !files.includes(grant)).toSorted()).toEqual([
      'logs:CreateLogStream on SiteUploadLogs.Arn',
      'logs:PutLogEvents on SiteUploadLogs.Arn',
      's3:ListBucket on SitePages.Arn',
      's3:PutObject on SitePages.Arn/*',
    ]);
  });

  it('writes the pages’ configuration', () => {
    const { SourceMarkers } = upload('Configuration').Properties;
    // The file has marks for what only the deployment knows.
    expect(JSON.stringify(SourceMarkers)).toContain('IdentityPoolWeb');
    expect(parseConfiguration(JSON.parse(String(stack.outputs.Configuration)))).toMatchObject({
      clientId: 'IdentityPoolWeb',
    });
  });

  it.for(['test/infra/cli', 'no/such/folder'])('is refused without built pages: %s', folder => {
    expect(() => synthesize({ pages: `${ROOT}${folder}` })).toThrow(/npm run build:web/);
  });
});

it('has the firm’s own name by a setting, with modern TLS, and people return to it', () => {
  const own = synthesize({ domain: 'ideas.example.com', certificateArn: CERTIFICATE });
  expect(siteOf(own)).toMatchObject({
    Aliases: ['ideas.example.com'],
    ViewerCertificate: {
      AcmCertificateArn: CERTIFICATE,
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    },
  });
  expect(own.outputs).toMatchObject({
    Address: 'https://ideas.example.com',
    DistributionHost: 'SiteDistribution.DomainName',
  });
  expect(get(own.resources, 'IdentityPoolWeb')).toMatchObject({
    CallbackURLs: ['https://ideas.example.com/signed-in'],
    LogoutURLs: ['https://ideas.example.com/'],
  });
});

describe('the firewall', () => {
  it('is not there by itself', () => {
    expect(stack.edge).toBeUndefined();
    expect(site.WebACLId).toBeUndefined();
  });

  it('limits the requests of one address, in us-east-1, and is deployed before the site', () => {
    const guarded = synthesize({ waf: '20000' });
    expect(guarded.edge?.region).toBe('us-east-1');
    expect(guarded.edge?.terminationProtection).toBe(true);
    expect(guarded.service.dependsOn.toSorted()).toEqual(['GoldenIdeasData', 'GoldenIdeasEdge']);
    expect(siteOf(guarded).WebACLId).toEqual({
      'Fn::GetStackOutput': {
        StackName: 'GoldenIdeasEdge',
        OutputName: 'WebAclArn',
        Region: 'us-east-1',
      },
    });
    expect(guarded.edge?.outputs).toEqual({ WebAclArn: 'Firewall.Arn' });
    expect([...(guarded.edge?.resources ?? [])].map(([name, { Type }]) => [name, Type])).toEqual([
      ['Firewall', 'AWS::WAFv2::WebACL'],
    ]);
    expect(guarded.edge?.resources.get('Firewall')?.Properties).toMatchObject({
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
      Rules: [
        {
          Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
          Statement: {
            RateBasedStatement: {
              Limit: 20000,
              AggregateKeyType: 'IP',
              EvaluationWindowSec: 300,
              ScopeDownStatement: { ByteMatchStatement: { SearchString: '/api/' } },
            },
          },
        },
        {
          Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
          Statement: {
            RateBasedStatement: { Limit: 100000, AggregateKeyType: 'IP', EvaluationWindowSec: 300 },
          },
        },
      ],
    });
  });
});

it('can be left out: then the functions answer everybody, and people return to the firm’s host', () => {
  const none = synthesize({ site: 'none', webOrigin: 'https://ideas.example' });
  const types = [...none.resources.values()].map(({ Type }) => Type);
  expect(types.filter(type => /CloudFront|BucketDeployment|LayerVersion/.test(type))).toEqual([]);
  expect([...none.ofType('AWS::SecretsManager::Secret').keys()]).toEqual(['PhotosAddressSecret']);
  for (const [name, { Properties }] of none.ofType('AWS::Lambda::Function'))
    if (name.startsWith('Api'))
      expect(Properties.Environment).toMatchObject({ Variables: { ORIGIN_SECRETS: '' } });
  expect(get(none.resources, 'IdentityPoolWeb')).toMatchObject({
    CallbackURLs: ['https://ideas.example/signed-in'],
  });
  expect(none.outputs).not.toHaveProperty('Address');
});

/** All headers that a policy sets, each replacing the origin's. */
function headersOf(policy: string, from: { resources: ReadonlyMap<string, Resource> } = stack) {
  const item = z.object({ Header: z.string(), Value: z.string(), Override: z.literal(true) });
  const override = { Override: z.literal(true) };
  const { CustomHeadersConfig, SecurityHeadersConfig } = z
    .object({
      CustomHeadersConfig: z.object({ Items: z.array(item) }),
      SecurityHeadersConfig: z.strictObject({
        ContentSecurityPolicy: z.object({ ...override, ContentSecurityPolicy: z.string() }),
        ContentTypeOptions: z.object(override),
        ReferrerPolicy: z.object({ ...override, ReferrerPolicy: z.string() }),
        StrictTransportSecurity: z.object({
          ...override,
          AccessControlMaxAgeSec: z.number(),
          IncludeSubdomains: z.literal(false),
        }),
      }),
    })
    .parse(get(from.resources, policy).ResponseHeadersPolicyConfig);
  const { ContentSecurityPolicy, ReferrerPolicy, StrictTransportSecurity } = SecurityHeadersConfig;
  return {
    ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value])),
    'content-security-policy': ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': ReferrerPolicy.ReferrerPolicy,
    [TLS_ONLY]: `max-age=${StrictTransportSecurity.AccessControlMaxAgeSec}`,
  };
}
