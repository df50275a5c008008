/** What holds for all resources of every installation, whatever its settings. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { API_PREFIX } from '../../shared/contract/route.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { INSTALLATION_NAMES, installationOf } from './installations.ts';
import { ROOT } from './template.ts';

const resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
});
const template = z.object({ Resources: z.record(z.string(), resource) });
const references = z.array(z.object({ Ref: z.string() }));
const policy = z.object({ Statement: z.array(z.looseObject({ Effect: z.string() })) });

describe.for(INSTALLATION_NAMES)('with %s', name => {
  const resources = installationOf(name).templates.flatMap(({ path }) =>
    Object.entries(template.parse(JSON.parse(readFileSync(path, 'utf8'))).Resources),
  );
  const ofType = (type: string) =>
    resources.flatMap(([id, { Type, Properties }]) =>
      Type === type ? [{ id, ...Properties }] : [],
    );
  /** The logical ids of what has a policy that denies requests in the clear. */
  const deniedInTheClear = (type: string, property: string) =>
    ofType(type).flatMap(one => {
      const { Statement } = policy.parse(Reflect.get(one, 'PolicyDocument'));
      const denies = Statement.some(
        ({ Effect, Principal, Condition }) =>
          Effect === 'Deny' &&
          ['{"AWS":"*"}', '"*"'].includes(JSON.stringify(Principal)) &&
          JSON.stringify(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
      );
      const of = references.parse([Reflect.get(one, property)].flat());
      return denies ? of.map(({ Ref }) => Ref) : [];
    });
  const idsOf = (type: string) => ofType(type).map(({ id }) => id);

  it('the API has the routes of the contract and no other', () => {
    const routes = ofType('AWS::ApiGatewayV2::Route').map(one => Reflect.get(one, 'RouteKey'));
    const contract = ROUTES.map(({ method, path }) => `${method} ${API_PREFIX}${path}`);
    expect(routes.toSorted()).toEqual(contract.toSorted());
  });

  it('every alarm has its heading in the runbook', () => {
    const runbook = readFileSync(`${ROOT}docs/runbook.md`, 'utf8');
    const headings = new Set(runbook.match(/^#+ .+$/gm)?.map(one => one.replace(/^#+ `?|`$/g, '')));
    const alarms = ofType('AWS::CloudWatch::Alarm').map(
      one =>
        /docs\/runbook\.md#(.+)$/.exec(String(Reflect.get(one, 'AlarmDescription')))?.[1] ?? one.id,
    );
    expect(alarms.length).toBeGreaterThan(20);
    expect(alarms.filter(one => !headings.has(one))).toEqual([]);
  });

  it('no bucket is public', () => {
    expect(ofType('AWS::S3::Bucket').length).toBeGreaterThan(0);
    for (const one of ofType('AWS::S3::Bucket')) {
      expect(one, one.id).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        BucketEncryption: expect.anything(),
      });
      expect(one).not.toHaveProperty('AccessControl');
      expect(one).not.toHaveProperty('WebsiteConfiguration');
    }
  });

  it('nothing is permitted to everybody, and no function has an address of its own', () => {
    for (const [id, { Properties }] of resources) {
      const documents = ['PolicyDocument', 'AssumeRolePolicyDocument', 'KeyPolicy'].flatMap(key =>
        Properties[key] === undefined ? [] : [policy.parse(Properties[key])],
      );
      for (const { Effect, Principal } of documents.flatMap(({ Statement }) => Statement))
        if (Effect === 'Allow') expect(JSON.stringify(Principal) ?? '', id).not.toContain('"*"');
    }
    for (const one of ofType('AWS::Lambda::Permission'))
      expect(one, one.id).toMatchObject({ SourceArn: expect.anything() });
    expect(ofType('AWS::Lambda::Url')).toEqual([]);
  });

  it('buckets, queues and topics refuse requests in the clear', () => {
    expect(deniedInTheClear('AWS::S3::BucketPolicy', 'Bucket').toSorted()).toEqual(
      idsOf('AWS::S3::Bucket').toSorted(),
    );
    expect(deniedInTheClear('AWS::SQS::QueuePolicy', 'Queues').toSorted()).toEqual(
      idsOf('AWS::SQS::Queue').toSorted(),
    );
    expect(deniedInTheClear('AWS::SNS::TopicPolicy', 'Topics').toSorted()).toEqual(
      idsOf('AWS::SNS::Topic').toSorted(),
    );
  });

  it('CloudFront speaks TLS alone, 1.2 at least where it lets choose', () => {
    const behavior = z.object({
      ViewerProtocolPolicy: z.enum(['https-only', 'redirect-to-https']),
    });
    const distribution = z.object({
      DefaultCacheBehavior: behavior,
      CacheBehaviors: z.array(behavior),
      Origins: z.array(
        z.union([
          z.object({ S3OriginConfig: z.unknown(), OriginAccessControlId: z.unknown() }),
          z.object({
            CustomOriginConfig: z.object({
              OriginProtocolPolicy: z.literal('https-only'),
              OriginSSLProtocols: z.tuple([z.literal('TLSv1.2')]),
            }),
          }),
        ]),
      ),
      Aliases: z.optional(z.array(z.string())),
      ViewerCertificate: z.optional(z.object({ MinimumProtocolVersion: z.string() })),
    });
    for (const one of ofType('AWS::CloudFront::Distribution')) {
      const { Aliases, ViewerCertificate } = distribution.parse(
        Reflect.get(one, 'DistributionConfig'),
      );
      if (Aliases) expect(ViewerCertificate?.MinimumProtocolVersion).toMatch(/^TLSv1\.[23]_/);
    }
  });
});
