/**
 * Turns zod's errors into field, rule and words in both languages. The rules' own parameters come
 * from the contract, so a limit is defined once.
 */
import type { core } from 'zod/mini';
import * as z from 'zod/mini';
import type { Words } from './language.ts';
import type { FieldError } from './refusal.ts';
import { kindName, valueNames } from './wordings/fields.ts';

const ruleParameters = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('length'), min: z.number(), max: z.number() }),
  z.object({ rule: z.literal('format'), example: z.string() }),
  z.object({ rule: z.literal('characters') }),
  z.object({ rule: z.literal('blank') }),
  z.object({ rule: z.literal('share'), below: z.enum(['one', 'or-one']) }),
  z.object({ rule: z.literal('once') }),
  z.object({ rule: z.literal('photos'), most: z.number() }),
  z.object({ rule: z.literal('rounds'), most: z.number() }),
]);

/**
 * The broken rules of a value, field by field. `value` is the parsed input, to distinguish missing
 * fields from wrong ones.
 */
export function fieldErrors(issues: readonly core.$ZodIssue[], value: unknown): FieldError[] {
  return issues.flatMap(issue => {
    const path = issue.path.map(String);
    const option = issue.code === 'invalid_union' ? nearestOption(issue) : undefined;
    if (option) return fieldErrors(option, value);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key =>
        error([...path, key], 'unknown-field', { zh: '没有这一项', en: 'There is no such field' }),
      );
    if (at(value, path) === undefined)
      return [error(path, 'required', { zh: '必填', en: 'Required' })];
    return [error(path, ...ruleOf(issue))];
  });
}

/**
 * The issues of the option that the value comes closest to: the fewest, and none about the value as
 * a whole. Undefined if the value is of another kind than all options.
 */
function nearestOption({
  errors,
  path,
}: core.$ZodIssueInvalidUnion): readonly core.$ZodIssue[] | undefined {
  const [nearest] = errors
    .filter(issues =>
      issues.every(issue => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
    )
    .toSorted((one, other) => one.length - other.length);
  return nearest?.map(issue => ({ ...issue, path: [...path, ...issue.path] }));
}

function ruleOf(issue: core.$ZodIssue): [rule: string, words: Words] {
  switch (issue.code) {
    case 'custom': {
      const parameters = ruleParameters.safeParse(issue.params);
      return parameters.success ? customRule(parameters.data) : WRONG_FORMAT;
    }
    case 'invalid_type':
      return [
        'type',
        inBoth(
          kindName(issue.expected),
          kind => `应为${kind}`,
          kind => `Must be ${kind}`,
        ),
      ];
    case 'invalid_value':
      return [
        'one-of',
        inBoth(
          valueNames(issue.values.map(String)),
          some => `可选：${some}`,
          some => `One of: ${some}`,
        ),
      ];
    case 'too_small':
      return issue.origin === 'array'
        ? ['range', { zh: `至少 ${issue.minimum} 项`, en: `At least ${issue.minimum}` }]
        : ['range', { zh: `不能小于 ${issue.minimum}`, en: `At least ${issue.minimum}` }];
    case 'too_big':
      return issue.origin === 'array'
        ? ['range', { zh: `最多 ${issue.maximum} 项`, en: `At most ${issue.maximum}` }]
        : ['range', { zh: `不能大于 ${issue.maximum}`, en: `At most ${issue.maximum}` }];
    default:
      return WRONG_FORMAT;
  }
}

function inBoth(
  { zh, en }: Words,
  inZh: (name: string) => string,
  inEn: (name: string) => string,
): Words {
  return { zh: inZh(zh), en: inEn(en) };
}

const WRONG_FORMAT: [rule: string, words: Words] = [
  'format',
  { zh: '格式不对', en: 'Not in the right form' },
];

function customRule(rule: z.output<typeof ruleParameters>): [rule: string, words: Words] {
  switch (rule.rule) {
    case 'length':
      return [
        rule.rule,
        {
          zh: `应为 ${rule.min}–${rule.max} 个字`,
          en: `Must have ${rule.min}–${rule.max} characters`,
        },
      ];
    case 'format':
      return [
        rule.rule,
        {
          zh: `格式不对，例如 ${rule.example}`,
          en: `Not in the right form; for example ${rule.example}`,
        },
      ];
    case 'characters':
      return [
        rule.rule,
        { zh: '含有不能显示的字符', en: 'Contains characters that cannot be shown' },
      ];
    case 'blank':
      return [rule.rule, { zh: '全是看不见的字符', en: 'Shows nothing at all' }];
    case 'share':
      return rule.below === 'one'
        ? [rule.rule, { zh: '应为小于 1 的比例', en: 'Must be a share of less than 1' }]
        : [rule.rule, { zh: '应为不大于 1 的比例', en: 'Must be a share of at most 1' }];
    case 'photos':
      return [
        rule.rule,
        { zh: `每类最多 ${rule.most} 张`, en: `At most ${rule.most} of each kind` },
      ];
    case 'once':
      return [rule.rule, { zh: '有重复', en: 'Something is there twice' }];
    case 'rounds':
      return [
        rule.rule,
        {
          zh: `不早于起始期，且最多 ${rule.most} 期`,
          en: `Not before the first round, and at most ${rule.most} rounds in all`,
        },
      ];
  }
}

function error(path: readonly string[], rule: string, words: Words): FieldError {
  return { field: path.length > 0 ? path.join('.') : 'body', rule, words };
}

function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = new Map<string, unknown>(Object.entries(found)).get(key);
  }
  return found;
}
