/**
 * The simple settings in their forms: name, public bulletins, rules of ballots, targets, limits,
 * follow-up.
 */
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import type {
  getSettings,
  putFollowUp,
  putLimits,
  putProfile,
  putRules,
  putTargets,
} from '../../../shared/contract/routes/administration.ts';
import { ORGANIZATION_NAME } from '../../../shared/domain/kernel/text.ts';
import { MOST_LIMITS } from '../../../shared/domain/organization/limits.ts';
import {
  MOST_APPEAL_DAYS,
  MOST_DUE_DAYS,
  type Share,
  TARGET_IDEAS,
} from '../../../shared/domain/organization/organization.ts';
import { textError } from '../../ui/form/text-error.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';
import { wholeNumber } from '../../ui/form/whole-number.ts';
import { fractionText, shareOf } from './fraction.ts';
import type { SettingsWords } from './words.ts';

export type Settings = ReplyOf<typeof getSettings>;
type Profile = RequestOf<typeof putProfile>['body'];
type Rules = RequestOf<typeof putRules>['body'];
type NewLimits = RequestOf<typeof putLimits>['body'];
type FollowUp = RequestOf<typeof putFollowUp>['body'];
type Targets = RequestOf<typeof putTargets>['body'];

const DUE_DAYS = { min: 1, max: MOST_DUE_DAYS };

export interface ProfileFields extends Readonly<Record<string, string>> {
  readonly name: string;
  /** `yes`, or empty. */
  readonly publicBulletin: string;
  readonly blindScreening: string;
}

export function profileFields({ name, publicBulletin, blindScreening }: Profile): ProfileFields {
  return {
    name,
    publicBulletin: publicBulletin ? 'yes' : '',
    blindScreening: blindScreening ? 'yes' : '',
  };
}

export function checkProfile(
  { name, publicBulletin, blindScreening }: ProfileFields,
  words: SettingsWords,
): ValidationResult<Profile> {
  const error = textError(name, ORGANIZATION_NAME, words);
  if (error !== undefined) return { ok: false, errors: { name: error } };
  return {
    ok: true,
    body: {
      name,
      publicBulletin: publicBulletin !== '',
      blindScreening: blindScreening !== '',
    },
  };
}

export interface RulesFields extends Readonly<Record<string, string>> {
  readonly ballot: string;
  readonly quorumShare: string;
  readonly threshold: string;
}

export function rulesFields({ ballot, quorumShare, threshold }: Rules): RulesFields {
  return { ballot, quorumShare: fractionText(quorumShare), threshold: fractionText(threshold) };
}

export function checkRules(fields: RulesFields, words: SettingsWords): ValidationResult<Rules> {
  const [quorumShare, threshold] = [shareOf(fields.quorumShare), shareOf(fields.threshold)];
  const errors = errorsIn({
    quorumShare: atMostAll(quorumShare, words),
    threshold: lessThanAll(threshold, words),
  });
  if (quorumShare === undefined || threshold === undefined || Object.keys(errors).length > 0)
    return { ok: false, errors };
  return {
    ok: true,
    body: { ballot: fields.ballot === 'secret' ? 'secret' : 'open', quorumShare, threshold },
  };
}

export interface TargetsFields extends Readonly<Record<string, string>> {
  readonly ideas: string;
  readonly adoptionRate: string;
}

export function targetsFields({ ideas, adoptionRate }: Targets): TargetsFields {
  return { ideas: String(ideas), adoptionRate: fractionText(adoptionRate) };
}

export function checkTargets(
  fields: TargetsFields,
  words: SettingsWords,
): ValidationResult<Targets> {
  const ideas = wholeNumber(fields.ideas, TARGET_IDEAS);
  const adoptionRate = shareOf(fields.adoptionRate);
  const errors = errorsIn({
    ideas: ideas === undefined ? words.between(TARGET_IDEAS.min, TARGET_IDEAS.max) : undefined,
    adoptionRate: atMostAll(adoptionRate, words),
  });
  if (ideas === undefined || adoptionRate === undefined || Object.keys(errors).length > 0)
    return { ok: false, errors };
  return { ok: true, body: { ideas, adoptionRate } };
}

/** The highest number of each limit. */
const MOST = { ...MOST_LIMITS, appealDays: MOST_APPEAL_DAYS };
type Limit = keyof typeof MOST;

/** The limits in the order of the form. */
export const LIMITS = [
  'ideasAnHour',
  'ideasARound',
  'commentsAnHour',
  'commentsARound',
  'ideasOfAll',
  'appealDays',
] as const satisfies readonly Limit[];

export type LimitsFields = Readonly<Record<Limit, string>>;

export function limitsFields(limits: Readonly<Record<Limit, number>>): LimitsFields {
  const { ideasAnHour, ideasARound, commentsAnHour, commentsARound, ideasOfAll, appealDays } =
    limits;
  return {
    ideasAnHour: String(ideasAnHour),
    ideasARound: String(ideasARound),
    commentsAnHour: String(commentsAnHour),
    commentsARound: String(commentsARound),
    ideasOfAll: String(ideasOfAll),
    appealDays: String(appealDays),
  };
}

export function checkLimits(
  fields: LimitsFields,
  words: SettingsWords,
): ValidationResult<NewLimits> {
  const read = (one: Limit) => wholeNumber(fields[one], { min: 1, max: MOST[one] });
  const errors = errorsIn(
    Object.fromEntries(
      LIMITS.map(one => [one, read(one) === undefined ? words.between(1, MOST[one]) : undefined]),
    ),
  );
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const of = (one: Limit): number => read(one) ?? 1;
  return {
    ok: true,
    body: {
      ideasAnHour: of('ideasAnHour'),
      ideasARound: of('ideasARound'),
      commentsAnHour: of('commentsAnHour'),
      commentsARound: of('commentsARound'),
      ideasOfAll: of('ideasOfAll'),
      appealDays: of('appealDays'),
    },
  };
}

export interface FollowUpFields extends Readonly<Record<string, string>> {
  readonly dueDays: string;
}

export function followUpFields({ dueDays }: FollowUp): FollowUpFields {
  return { dueDays: String(dueDays) };
}

export function checkFollowUp(
  fields: FollowUpFields,
  words: SettingsWords,
): ValidationResult<FollowUp> {
  const dueDays = wholeNumber(fields.dueDays, DUE_DAYS);
  return dueDays === undefined
    ? { ok: false, errors: { dueDays: words.between(DUE_DAYS.min, DUE_DAYS.max) } }
    : { ok: true, body: { dueDays } };
}

function atMostAll(share: Share | undefined, words: SettingsWords): string | undefined {
  if (share === undefined) return words.notAShare;
  return share.numerator > share.denominator ? words.moreThanAll : undefined;
}

function lessThanAll(share: Share | undefined, words: SettingsWords): string | undefined {
  if (share === undefined) return words.notAShare;
  return share.numerator >= share.denominator ? words.allOrMore : undefined;
}
