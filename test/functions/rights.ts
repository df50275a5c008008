/**
 * A table that allows a function exactly what IAM will allow it on AWS: every command of a function
 * in these tests is compared with its row in the table of rights, so that a new command without its
 * right fails here first.
 */
import { type NameWithRights, RIGHTS, type Rights } from '../../infra/aws/rights.ts';
import type { Table } from '../../shared/store/client.ts';

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: {
    readonly IndexName?: string;
    readonly Key?: { readonly pk: string };
    readonly RequestItems?: Readonly<
      Record<string, { readonly Keys?: readonly { readonly pk: string }[] }>
    >;
    readonly Item?: { readonly pk: string };
    readonly UpdateExpression?: string;
    readonly ConditionExpression?: string;
    readonly KeyConditionExpression?: string;
    readonly FilterExpression?: string;
    readonly ProjectionExpression?: string;
    readonly Select?: string;
    readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
    readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
    readonly TransactItems?: readonly Readonly<Record<string, Command['input']>>[];
  };
}

/** The rights that commands have needed so far, as `rightsOf` names them after the function. */
const needed = new Set<string>();

/** Forgets what was needed before: files that share a worker share this list. */
export function forgetNeededRights(): void {
  needed.clear();
}

/** A row of rights, or a part of one. */
type Granted = Omit<Rights, 'reads' | 'writes'> & {
  readonly reads: readonly string[];
  readonly writes: Readonly<Record<string, readonly string[]>>;
};

/** What a function may do, each right by itself, with the function's rights without it. */
function rightsOf(name: NameWithRights): (readonly [string, Granted])[] {
  const { writes, ...others }: Rights = RIGHTS[name];
  const all: Granted = { ...others, writes: { ...writes } };
  const { narrowUpdates, narrowQueries, ...wide } = all;
  const without = <One>(some: readonly One[], one: One) => some.filter(other => other !== one);
  return [
    ...all.reads.map(action => [action, { ...all, reads: without(all.reads, action) }] as const),
    ...all.indexes.map(
      one => [`Query of ${one.name}`, { ...all, indexes: without(all.indexes, one) }] as const,
    ),
    ...Object.entries(all.writes).flatMap(([action, partitions]) =>
      partitions.map(one => {
        const writes = { ...all.writes, [action]: without(partitions, one) };
        return [`${action} in ${one}`, { ...all, writes }] as const;
      }),
    ),
    ...(narrowUpdates
      ? [['narrow UpdateItem', { ...wide, ...(narrowQueries && { narrowQueries }) }] as const]
      : []),
    ...(narrowQueries
      ? [['narrow Query', { ...wide, ...(narrowUpdates && { narrowUpdates }) }] as const]
      : []),
  ];
}

/** The rights of a function without which every command so far would have been allowed as well. */
export function unneededRightsOf(name: NameWithRights): string[] {
  return rightsOf(name)
    .map(([right]) => right)
    .filter(right => !needed.has(`${name}: ${right}`));
}

/** The table as a function may use it. */
export function withRightsOf(name: NameWithRights, table: Table): Table {
  const rights = rightsOf(name);
  const send = table.client.send.bind(table.client) as (...sent: unknown[]) => Promise<unknown>;
  const guarded = async (command: Command, ...rest: unknown[]): Promise<unknown> => {
    for (const one of asked(command)) {
      if (!permits(RIGHTS[name], one))
        throw new Error(
          `${name} has no right to ${one.action} on ${one.index ?? one.pk ?? one.from}`,
        );
      for (const [right, others] of rights) {
        const key = `${name}: ${right}`;
        if (!needed.has(key) && !permits(others, one)) needed.add(key);
      }
    }
    return send(command, ...rest);
  };
  return {
    ...table,
    client: Object.create(table.client, { send: { value: guarded } }) as Table['client'],
  };
}

export interface Asked {
  readonly action: string;
  readonly pk?: string;
  readonly index?: string;
  /** The partition that is read. */
  readonly from?: unknown;
  /** The attributes that an update reads or writes, or that a query of specific ones names. */
  readonly attributes?: readonly string[];
}

/** The IAM actions of a command; a transaction needs those of each of its parts. */
function asked({ constructor: { name }, input }: Command): Asked[] {
  const action = name.replace(/Command$/, '');
  if (action === 'TransactWrite')
    return (input.TransactItems ?? []).flatMap(part =>
      Object.entries(part).map(([kind, one]) => ({
        action: kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`,
        pk: (one.Key ?? one.Item)?.pk ?? '',
        attributes: attributesOf(one),
      })),
    );
  if (action === 'Query')
    return [
      input.IndexName === undefined
        ? { action, from: input.ExpressionAttributeValues?.[':pk'] }
        : {
            action,
            index: input.IndexName,
            ...(input.Select === 'SPECIFIC_ATTRIBUTES' && { attributes: attributesOf(input) }),
          },
    ];
  if (action === 'Get') return [{ action: 'GetItem', from: input.Key?.pk }];
  if (action === 'BatchGet')
    return Object.values(input.RequestItems ?? {}).flatMap(({ Keys = [] }) =>
      Keys.map(({ pk }) => ({ action: 'BatchGetItem', from: pk })),
    );
  return [
    {
      action: `${action}Item`,
      pk: (input.Key ?? input.Item)?.pk ?? '',
      attributes: attributesOf(input),
    },
  ];
}

function attributesOf({
  UpdateExpression = '',
  ConditionExpression = '',
  KeyConditionExpression = '',
  FilterExpression = '',
  ProjectionExpression = '',
  ExpressionAttributeNames = {},
}: Command['input']): string[] {
  const expressions = [
    UpdateExpression,
    ConditionExpression,
    KeyConditionExpression,
    FilterExpression,
    ProjectionExpression,
  ];
  const words = expressions.join(' ').match(/(?<![:\w#])#?\w+/g) ?? [];
  const attributes = words
    .filter(
      word =>
        !/^(SET|ADD|REMOVE|AND|OR|NOT|IN|attribute_not_exists|attribute_exists|\d+)$/.test(word),
    )
    .map(word => ExpressionAttributeNames[word] ?? word);
  return ['pk', 'sk', ...attributes];
}

/** Whether some rights permit it; `test/infra/rights.test.ts` compares this with the template. */
export function permits(
  { reads, indexes, writes, narrowUpdates, narrowQueries, within, spared }: Granted,
  { action, pk, index, from, attributes = [] }: Asked,
): boolean {
  const narrow =
    narrowUpdates &&
    action === 'UpdateItem' &&
    attributes.every(one => narrowUpdates.attributes.includes(one));
  const partitions = [
    ...(Object.entries(writes).find(([right]) => right === action)?.[1] ?? []),
    ...(narrow ? narrowUpdates.partitions : []),
  ];
  const narrowly =
    attributes.length > 0 &&
    narrowQueries?.indexes.some(one => one.name === index) === true &&
    attributes.every(one => narrowQueries.attributes.includes(one));
  const granted =
    pk === undefined
      ? index === undefined
        ? reads.some(right => right === action)
        : action === 'Query' && (indexes.some(one => one.name === index) || narrowly)
      : partitions.some(pattern => matches(pattern, pk));
  const where = String(pk ?? from);
  const spares = Object.entries(spared ?? {}).find(([right]) => right === action)?.[1];
  const outside =
    index === undefined &&
    ((within !== undefined &&
      (!within.only.some(only => matches(only, where)) || matches(within.not, where))) ||
      (spares !== undefined && matches(spares, where)));
  return granted && !outside;
}

function matches(pattern: string, pk: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(pk);
}
