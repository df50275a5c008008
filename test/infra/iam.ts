/** Whether the policies of the template allow a request to the table, as IAM evaluates them. */
import * as z from 'zod/mini';
import { stack } from './template.ts';

/** What IAM knows of a request. */
export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  /** The condition keys that the request has, with their values. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

const list = z.pipe(
  z.union([z.string(), z.array(z.string())]),
  z.transform(value => [value].flat()),
);
const operator = z.optional(z.record(z.string(), list));
/** The operators in use; another one would need its rule here. */
const statement = z.strictObject({
  Effect: z.literal('Allow'),
  Action: list,
  Resource: list,
  Condition: z.optional(
    z.strictObject({
      'ForAllValues:StringLike': operator,
      'ForAllValues:StringNotLike': operator,
      'ForAllValues:StringEquals': operator,
      StringEquals: operator,
      StringEqualsIfExists: operator,
    }),
  ),
});
type Operator = keyof NonNullable<z.output<typeof statement>['Condition']>;

const like = (pattern: string, value: string): boolean =>
  new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(value);

/** Whether a key's values satisfy a condition. A key that the request lacks has none. */
const HOLDS: Readonly<
  Record<Operator, (values: readonly string[] | undefined, wanted: readonly string[]) => boolean>
> = {
  'ForAllValues:StringLike': (values = [], wanted) =>
    values.every(value => wanted.some(one => like(one, value))),
  'ForAllValues:StringNotLike': (values = [], wanted) =>
    values.every(value => !wanted.some(one => like(one, value))),
  'ForAllValues:StringEquals': (values = [], wanted) =>
    values.every(value => wanted.includes(value)),
  StringEquals: (values, wanted) => values?.every(value => wanted.includes(value)) ?? false,
  StringEqualsIfExists: (values, wanted) => values?.every(value => wanted.includes(value)) ?? true,
};

/** The statements in the policies of a role. */
export function statementsOf(role: string): z.output<typeof statement>[] {
  const documents = [...stack.ofType('AWS::IAM::Policy').values()]
    .filter(({ Properties: { Roles } }) => Array.isArray(Roles) && Roles.includes(role))
    .map(({ Properties }) => Properties.PolicyDocument);
  return z
    .array(z.object({ Statement: z.array(statement) }))
    .parse(documents)
    .flatMap(({ Statement }) => Statement);
}

/** Those of them about the table. */
export function tableStatements(role: string): z.output<typeof statement>[] {
  return statementsOf(role).filter(({ Action }) =>
    Action.some(action => action.startsWith('dynamodb:')),
  );
}

export function isAllowed(
  statements: readonly z.output<typeof statement>[],
  { action, resource, keys }: IamRequest,
): boolean {
  return statements.some(
    ({ Action, Resource, Condition = {} }) =>
      Action.includes(action) &&
      Resource.includes(resource) &&
      Object.entries(HOLDS).every(([name, holds]) =>
        Object.entries(Condition[name as Operator] ?? {}).every(([key, wanted]) =>
          holds(keys[key], wanted),
        ),
      ),
  );
}
