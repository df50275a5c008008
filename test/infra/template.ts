/**
 * The templates of a deployment, made as by `npm run synth` and prepared for assertions: every
 * reference to another resource, of either stack, is a text in them, `DataTable.Arn`, without the
 * hash that makes logical ids unique.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Template } from 'aws-cdk-lib/assertions';
import { App, type Stack, Tags } from 'aws-cdk-lib/core';
import * as z from 'zod/mini';
import { settingsOf } from '../../infra/aws/settings.ts';
import { installation } from '../../infra/aws/stacks.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Functions by the first part of their constructs' names. */
export const FUNCTIONS = {
  ApiEmployee: 'employee',
  ApiCommittee: 'committee',
  ApiManager: 'manager',
  ApiAdministrator: 'administrator',
  ApiSearch: 'search',
  ApiPictures: 'photos',
  PhotosCleaning: 'photo-cleaning',
  ApiZone: 'zone',
  CycleDueRounds: 'due-rounds',
  CycleDeliberationCycle: 'deliberation-cycle',
  MetricsAdoptionMetrics: 'adoption-metrics',
  SearchIndex: 'search-index',
  AuditNumbersAudit: 'reconciliation',
  Founding: 'founding',
} as const;

const resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
  DependsOn: z._default(z.array(z.string()), []),
  DeletionPolicy: z.optional(z.string()),
  UpdatePolicy: z.optional(z.unknown()),
  UpdateReplacePolicy: z.optional(z.string()),
});
const template = z.object({
  Resources: z.record(z.string(), resource),
  Outputs: z._default(
    z.record(
      z.string(),
      z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.string() })) }),
    ),
    {},
  ),
});
export type Resource = z.output<typeof resource>;

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/**
 * The constructs of an installation, as the settings make them. CloudFormation's own rules are checked
 * by a test, in regions; with each of these apps they would cost more than all else.
 */
export function installed(context: Readonly<Record<string, unknown>>) {
  const app = new App({
    builtinCloudFormationValidation: false,
    treeMetadata: false,
    context: {
      ...cdkJson.parse(JSON.parse(readFileSync(`${ROOT}cdk.json`, 'utf8'))).context,
      'aws:cdk:bundling-stacks': [],
      // Instead of a build of the pages.
      ...(context.site !== 'none' && { pages: `${ROOT}test/infra/pages` }),
      ...context,
    },
  });
  return { app, stacks: installation(app, settingsOf(app.node)) };
}

/**
 * Makes the templates, without bundling the functions' code. The resources of both stacks are also one list, in which no two
 * have the same name.
 */
export function synthesize(
  context: Readonly<Record<string, unknown>> = {},
  tags: Readonly<Record<string, string>> = {},
) {
  const { app, stacks } = installed(context);
  for (const [name, value] of Object.entries(tags)) Tags.of(app).add(name, value);
  const exported = new Map<string, unknown>();
  const data = readTemplate(stacks.data, exported);
  const service = readTemplate(stacks.service, exported);
  const resources = new Map([...data.resources, ...service.resources]);
  if (resources.size < data.resources.size + service.resources.size)
    throw new Error('two resources have the same name');
  const edge = stacks.edge && readTemplate(stacks.edge, exported);
  return {
    data,
    service,
    edge,
    outputs: service.outputs,
    resources,
    ofType: typesOf(resources),
    /** The folder with the assets, each by the hash in its key. */
    assets: app.outdir,
  };
}

function readTemplate(stack: Stack, exported: Map<string, unknown>) {
  return {
    region: stack.region,
    terminationProtection: stack.terminationProtection,
    dependsOn: stack.dependencies.map(({ stackName }) => stackName),
    ...readable(Template.fromStack(stack).toJSON(), exported),
  };
}

/** Adds the template's exports; its imports have to be known before. */
export function readable(json: unknown, exported = new Map<string, unknown>()) {
  const { Resources, Outputs } = template.parse(json);
  const read = (value: unknown): unknown => named(value, exported);
  const resources = new Map(
    Object.entries(Resources).map(([id, { Properties, DependsOn, UpdatePolicy, ...rest }]) => [
      nameOf(id),
      {
        ...rest,
        DependsOn: DependsOn.map(nameOf),
        ...(UpdatePolicy !== undefined && { UpdatePolicy: read(UpdatePolicy) }),
        Properties: read(Properties) as Resource['Properties'],
      },
    ]),
  );
  for (const { Value, Export } of Object.values(Outputs))
    if (Export) exported.set(Export.Name, read(Value));
  return {
    logicalIds: Object.keys(Resources),
    outputs: Object.fromEntries(
      Object.entries(Outputs).map(([name, { Value }]) => [name, read(Value)]),
    ),
    resources,
    ofType: typesOf(resources),
  };
}

/** All resources of a type, by name. */
function typesOf(resources: ReadonlyMap<string, Resource>) {
  return (type: string): Map<string, Resource> =>
    new Map([...resources].filter(([, { Type }]) => Type === type));
}

/** The templates without settings, made once for the tests that only read it. */
export const stack = synthesize();

/** Our Lambdas; CDK brings one of its own, which uploads the pages during a deployment. */
export const lambdas = new Map(
  [...stack.ofType('AWS::Lambda::Function')].filter(([name]) => !name.startsWith('CustomCDK')),
);

/** One of several resources, by name. */
export function get(
  resources: ReadonlyMap<string, Resource>,
  name: string,
): Resource['Properties'] {
  const found = resources.get(name);
  if (!found) throw new Error(`no ${name} among ${[...resources.keys()].join(', ')}`);
  return found.Properties;
}

function nameOf(logicalId: string): string {
  // A version of a function has a hash of its content, too.
  return logicalId.replace(/[0-9A-F]{8}([0-9a-f]{32})?$/, '');
}

/** Replaces CloudFormation's references and imports by a text that names them. */
function named(value: unknown, exported: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map(one => named(one, exported));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[key, argument] = []] = entries;
  if (entries.length === 1 && key === 'Ref') return nameOf(String(argument));
  if (entries.length === 1 && key === 'Fn::Sub' && typeof argument === 'string') return argument;
  if (entries.length === 1 && key === 'Fn::GetAtt' && Array.isArray(argument))
    return `${nameOf(String(argument[0]))}.${argument[1]}`;
  if (entries.length === 1 && key === 'Fn::Select' && Array.isArray(argument)) {
    const [at, split] = z.tuple([z.number(), z.looseObject({})]).parse(argument);
    const parts = split['Fn::Split'];
    if (Array.isArray(parts)) return `part ${at} of ${named(parts[1], exported)}`;
  }
  if (entries.length === 1 && key === 'Fn::ImportValue') {
    const imported = exported.get(String(argument));
    if (imported === undefined) throw new Error(`nothing exports ${JSON.stringify(argument)}`);
    return imported;
  }
  if (entries.length === 1 && key === 'Fn::Join' && Array.isArray(argument)) {
    const [separator, parts] = argument;
    const texts = named(parts, exported);
    return Array.isArray(texts) ? texts.join(String(separator)) : texts;
  }
  return Object.fromEntries(entries.map(([name, inner]) => [name, named(inner, exported)]));
}
