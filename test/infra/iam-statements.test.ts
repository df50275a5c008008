/**
 * The committed list of everything that IAM is told, `docs/rights.md`: a new right shows in a
 * review. `npm run docs` renews it.
 */
import { expect, it } from 'vitest';
import { type Resource, ROOT, stack } from './template.ts';

const listed = (value: unknown): unknown[] => [value].flat();

/** A statement as lines, one for each action and resource. */
function linesOf(statement: Readonly<Record<string, unknown>>): string[] {
  const { Sid: _, Effect, Action, Resource: of, Principal, Condition } = statement;
  const who = Principal === undefined ? '' : `\`${principal(Principal)}\`: `;
  const when = Condition === undefined ? '' : `, if \`${JSON.stringify(Condition)}\``;
  return listed(Action).flatMap(action =>
    (of === undefined ? [''] : listed(of)).map(
      one =>
        `- ${Effect === 'Allow' ? '' : '**deny** '}${who}\`${action}\`${one && ` on \`${one}\``}${when}`,
    ),
  );
}

function principal(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .flatMap(([, names]) => listed(names))
    .join(', ');
}

/** The statements of all policies in a resource's properties, wherever they are. */
function statementsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(statementsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'Statement' && Array.isArray(inner) ? inner : statementsIn(inner),
  );
}

function section([name, { Type, Properties }]: [string, Resource]): string[] {
  if (Type === 'AWS::Lambda::Permission')
    return [
      `## ${name}`,
      '',
      `- \`${Properties.Principal}\`: \`${Properties.Action}\` on \`${Properties.FunctionName}\`, from \`${Properties.SourceArn}\``,
      '',
    ];
  const managed = listed(Properties.ManagedPolicyArns ?? []).map(
    arn => `- AWS’s policy ${JSON.stringify(arn)}`,
  );
  const lines = [...managed, ...statementsIn(Properties).flatMap(linesOf)];
  const roles = Array.isArray(Properties.Roles) ? ` of ${Properties.Roles}` : '';
  return lines.length === 0 ? [] : [`## ${name}${roles}`, '', ...lines, ''];
}

it('docs/rights.md lists every statement; if not, `npm run docs` renews it', async () => {
  const sections = [...stack.resources].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = [
    '# Rights',
    '',
    'All statements of all policies of a deployment without settings, made from the templates by',
    '`npm run docs`. Names are those of resources; `Name.Arn` is what they are called by.',
    '',
    ...sections.flatMap(section),
  ].join('\n');
  expect(sections.flatMap(section).length).toBeGreaterThan(100);
  await expect(text).toMatchFileSnapshot(`${ROOT}docs/rights.md`);
});
