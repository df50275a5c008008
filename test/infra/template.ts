/**
 * The template of a deployment, made as by `npm run synth` and prepared for assertions: every
 * reference to another resource is a text in it, `DataTable.Arn`, without the hash that makes
 * logical ids unique.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Template } from 'aws-cdk-lib/assertions';
import { App, Tags } from 'aws-cdk-lib/core';
import * as z from 'zod/mini';
import { settingsOf } from '../../infra/aws/settings.ts';
import { GoldenIdeasStack } from '../../infra/aws/stack.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Functions by the first part of their constructs' names. */
export const FUNCTIONS = {
  ApiEmployee: 'employee',
  ApiCommittee: 'committee',
  ApiManager: 'manager',
  ApiAdministrator: 'administrator',
  ApiZone: 'zone',
  CycleDeliberationCycle: 'deliberation-cycle',
  MetricsAdoptionMetrics: 'adoption-metrics',
  AuditNumbersAudit: 'reconciliation',
  Founding: 'founding',
} as const;

const resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
  DependsOn: z._default(z.array(z.string()), []),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
});
const template = z.object({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});
export type Resource = z.output<typeof resource>;

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/**
 * Makes the template, without bundling the functions' code and without CloudFormation's own rules,
 * which `npm run synth` checks.
 */
export function synthesize(
  context: Readonly<Record<string, unknown>> = {},
  tags: Readonly<Record<string, string>> = {},
) {
  const app = new App({
    context: {
      ...cdkJson.parse(JSON.parse(readFileSync(`${ROOT}cdk.json`, 'utf8'))).context,
      'aws:cdk:bundling-stacks': [],
      '@aws-cdk/core:validateAgainstDefaultRules': false,
      ...context,
    },
  });
  const stack = new GoldenIdeasStack(app, 'GoldenIdeas', settingsOf(app.node));
  for (const [name, value] of Object.entries(tags)) Tags.of(app).add(name, value);
  const { Resources, Outputs } = template.parse(Template.fromStack(stack).toJSON());
  const resources = new Map(
    Object.entries(Resources).map(([id, { Properties, DependsOn, ...rest }]) => [
      named(id),
      {
        ...rest,
        DependsOn: DependsOn.map(named),
        Properties: readable(Properties) as Resource['Properties'],
      },
    ]),
  );
  return {
    terminationProtection: stack.terminationProtection,
    outputs: Object.fromEntries(
      Object.entries(Outputs).map(([name, { Value }]) => [name, readable(Value)]),
    ),
    resources,
    /** All resources of a type, by name. */
    ofType: (type: string): Map<string, Resource> =>
      new Map([...resources].filter(([, { Type }]) => Type === type)),
  };
}

/** The template without settings, made once for the tests that only read it. */
export const stack = synthesize();

/** One of several resources, by name. */
export function get(
  resources: ReadonlyMap<string, Resource>,
  name: string,
): Resource['Properties'] {
  const found = resources.get(name);
  if (!found) throw new Error(`no ${name} among ${[...resources.keys()].join(', ')}`);
  return found.Properties;
}

function named(logicalId: string): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}

/** Replaces CloudFormation's references by a text that names them. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[key, argument] = []] = entries;
  if (entries.length === 1 && key === 'Ref') return named(String(argument));
  if (entries.length === 1 && key === 'Fn::GetAtt' && Array.isArray(argument))
    return `${named(String(argument[0]))}.${argument[1]}`;
  if (entries.length === 1 && key === 'Fn::Join' && Array.isArray(argument)) {
    const [separator, parts] = argument;
    const texts = readable(parts);
    return Array.isArray(texts) ? texts.join(String(separator)) : texts;
  }
  return Object.fromEntries(entries.map(([name, inner]) => [name, readable(inner)]));
}
