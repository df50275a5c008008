/**
 * Moves the table, the key and the pool out of the one stack of earlier releases, without touching
 * them: the stack lets go of them (they are retained), and the data stack imports them as they are.
 * In between, what referred to them has their names in place of references.
 */
import * as z from 'zod/mini';

/** What identifies a resource in an import, by its type. */
const IDENTIFIERS = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::KMS::Key': 'KeyId',
  'AWS::Cognito::UserPool': 'UserPoolId',
} as const;
export type MovedType = keyof typeof IDENTIFIERS;

const resource = z.looseObject({ Type: z.string(), DeletionPolicy: z.optional(z.string()) });
export const stackTemplate = z.looseObject({ Resources: z.record(z.string(), resource) });
export type StackTemplate = z.output<typeof stackTemplate>;

/** A resource as it exists: the value of a reference to it, and of its attributes. */
export interface Existing {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface StackSplit {
  /** The one stack without what has moved. */
  readonly service: StackTemplate;
  /** The data stack with what it imports, unchanged. */
  readonly data: StackTemplate;
  /** The parameter `--resources-to-import`. */
  readonly resourcesToImport: readonly {
    readonly LogicalResourceId: string;
    readonly ResourceType: MovedType;
    readonly ResourceIdentifier: Readonly<Record<string, string>>;
  }[];
}

/** The resources to move, by logical id. */
export function movedIn({ Resources }: StackTemplate): ReadonlyMap<string, MovedType> {
  return new Map(
    Object.entries(Resources).flatMap(([logicalId, { Type }]) =>
      isMoved(Type) ? [[logicalId, Type] as const] : [],
    ),
  );
}

/**
 * Splits the template. Throws if something would be lost: a resource that is not retained, or a
 * reference whose value is not known.
 */
export function splitStack(
  template: StackTemplate,
  existing: ReadonlyMap<string, Existing>,
): StackSplit {
  const moved = movedIn(template);
  const entries = Object.entries(template.Resources);
  const leaving = entries.filter(([logicalId]) => moved.has(logicalId));
  for (const [logicalId, { DeletionPolicy }] of leaving)
    if (DeletionPolicy !== 'Retain')
      throw new Error(`${logicalId} 没有设为保留 ${logicalId} is not retained: ${DeletionPolicy}`);
  const staying = entries.filter(([logicalId]) => !moved.has(logicalId));
  const existingValue = (logicalId: string, attribute?: string): string => {
    const found = existing.get(logicalId);
    const value = attribute === undefined ? found?.id : found?.attributes[attribute];
    if (value === undefined)
      throw new Error(`没有 No value of ${logicalId}${attribute ? `.${attribute}` : ''}`);
    return value;
  };
  const settled = replaceReferences({ ...template, Resources: Object.fromEntries(staying) }, one =>
    moved.has(one.logicalId) ? existingValue(one.logicalId, one.attribute) : undefined,
  );
  return {
    service: stackTemplate.parse(settled),
    data: { Resources: Object.fromEntries(leaving) },
    resourcesToImport: [...moved].map(([LogicalResourceId, ResourceType]) => ({
      LogicalResourceId,
      ResourceType,
      ResourceIdentifier: { [IDENTIFIERS[ResourceType]]: existingValue(LogicalResourceId) },
    })),
  };
}

function isMoved(type: string): type is MovedType {
  return type in IDENTIFIERS;
}

interface Reference {
  readonly logicalId: string;
  readonly attribute?: string;
}

/** Replaces the references for which there is a value. CDK writes no others than these. */
function replaceReferences(
  value: unknown,
  settle: (reference: Reference) => string | undefined,
): unknown {
  if (Array.isArray(value)) return value.map(one => replaceReferences(one, settle));
  if (typeof value !== 'object' || value === null) return value;
  const reference = referenceIn(value);
  const settled = reference && settle(reference);
  if (settled !== undefined) return settled;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'DependsOn' && Array.isArray(inner)
        ? inner.filter(logicalId => settle({ logicalId: String(logicalId) }) === undefined)
        : replaceReferences(inner, settle),
    ]),
  );
}

const ref = z.strictObject({ Ref: z.string() });
const getAtt = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

function referenceIn(value: object): Reference | undefined {
  const [simple, ofAttribute] = [ref.safeParse(value), getAtt.safeParse(value)];
  if (simple.success) return { logicalId: simple.data.Ref };
  if (!ofAttribute.success) return undefined;
  const [logicalId, attribute] = ofAttribute.data['Fn::GetAtt'];
  return { logicalId, attribute };
}
