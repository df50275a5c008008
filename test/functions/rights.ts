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

/** The rights that commands have used so far, as `rightsOf` writes them after the function's name. */
const used = new Set<string>();

/** What a function may do: an action, with the index or the partitions, each by itself. */
function rightsOf(name: NameWithRights): string[] {
  const { reads, indexes, writes, narrowUpdates, narrowQueries }: Rights = RIGHTS[name];
  return [
    ...reads.map(action => `${action} anywhere`),
    ...[...indexes, ...(narrowQueries?.indexes ?? [])].map(index => `Query of ${index.name}`),
    ...Object.entries(writes).flatMap(([action, all]) => all.map(one => `${action} in ${one}`)),
    ...(narrowUpdates?.partitions ?? []).map(one => `UpdateItem in ${one}`),
  ];
}

/** Whether a request needs the right. */
function serves(right: string, { action, pk, index }: Asked): boolean {
  if (pk === undefined)
    return right === (index === undefined ? `${action} anywhere` : `Query of ${index}`);
  const pattern = right.startsWith(`${action} in `)
    ? right.slice(`${action} in `.length)
    : undefined;
  return pattern !== undefined && matches(pattern, pk);
}

/** The rights of a function that no command has used yet. */
export function unusedRightsOf(name: NameWithRights): string[] {
  return rightsOf(name).filter(right => !used.has(`${name}: ${right}`));
}

/** The table as a function may use it. */
export function withRightsOf(name: NameWithRights, table: Table): Table {
  const send = table.client.send.bind(table.client) as (...sent: unknown[]) => Promise<unknown>;
  const guarded = async (command: Command, ...rest: unknown[]): Promise<unknown> => {
    for (const one of asked(command)) {
      if (!permits(name, one))
        throw new Error(
          `${name} has no right to ${one.action} on ${one.index ?? one.pk ?? one.from}`,
        );
      for (const right of rightsOf(name)) if (serves(right, one)) used.add(`${name}: ${right}`);
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

/** Whether a function's row permits it; `test/infra/rights.test.ts` compares this with the template. */
export function permits(
  name: NameWithRights,
  { action, pk, index, from, attributes = [] }: Asked,
): boolean {
  const { reads, indexes, writes, narrowUpdates, narrowQueries, within, spared }: Rights =
    RIGHTS[name];
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
