/**
 * A table that lets a function do only what IAM will let it do on AWS: whatever these tests make a function ask for is held
 * against its row in the table of rights, so that a new command without its right fails here before it fails there.
 */
import { type FunctionName, RIGHTS, type Rights } from '../../infra/aws/rights.ts';
import type { Table } from '../../shared/store/client.ts';

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: {
    readonly IndexName?: string;
    readonly Key?: { readonly pk: string };
    readonly Item?: { readonly pk: string };
    readonly TransactItems?: readonly Readonly<Record<string, Command['input']>>[];
  };
}

/** The table as a function may use it. */
export function withRightsOf(name: FunctionName, table: Table): Table {
  const send = table.client.send.bind(table.client) as (...sent: unknown[]) => Promise<unknown>;
  const guarded = async (command: Command, ...rest: unknown[]): Promise<unknown> => {
    for (const { action, pk, index } of asked(command)) demand(name, action, pk, index);
    return send(command, ...rest);
  };
  return { ...table, client: Object.create(table.client, { send: { value: guarded } }) as Table['client'] };
}

interface Asked {
  readonly action: string;
  readonly pk?: string;
  readonly index?: string;
}

/** What a command asks IAM for; a transaction asks for each of its parts. */
function asked({ constructor: { name }, input }: Command): Asked[] {
  const action = name.replace(/Command$/, '');
  if (action === 'TransactWrite')
    return (input.TransactItems ?? []).flatMap(part =>
      Object.entries(part).map(([kind, { Key, Item }]) => ({
        action: kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`,
        pk: (Key ?? Item)?.pk ?? '',
      })),
    );
  if (action === 'Query')
    return [{ action, ...(input.IndexName !== undefined && { index: input.IndexName }) }];
  if (action === 'Get' || action === 'BatchGet') return [{ action: `${action}Item` }];
  return [{ action: `${action}Item`, pk: (input.Key ?? input.Item)?.pk ?? '' }];
}

function demand(name: FunctionName, action: string, pk: string | undefined, index: string | undefined): void {
  const { reads, indexes, writes }: Rights = RIGHTS[name];
  const partitions = Object.entries(writes).find(([right]) => right === action)?.[1] ?? [];
  const granted =
    pk === undefined
      ? reads.some(right => right === action) &&
        (index === undefined || indexes.some(one => one.name === index))
      : partitions.some(pattern => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(pk));
  if (!granted) throw new Error(`${name} has no right to ${action} on ${index ?? pk ?? 'the table'}`);
}
