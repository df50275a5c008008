/** A paper slip in its form: the typed fields, and the resulting request. */
import type { ReplyOf, RequestOf } from '../../../shared/contract/client.ts';
import type { getIdea, submitIdea } from '../../../shared/contract/routes/ideas.ts';
import type { correctSlip } from '../../../shared/contract/routes/screening.ts';
import { readNumber, readNumbers } from '../../../shared/domain/organization/employee-number.ts';
import type { OrganizationProfile } from '../../session/organization-context.tsx';
import { readFields } from '../../ui/form/draft-fields.ts';
import type { DraftKind } from '../../ui/form/kept-draft.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';
import { checkContent } from '../submission/index.ts';
import { slipInstant, slipLocalTime } from './slip-time.ts';
import type { SlipsWords } from './words.ts';

export interface SlipFields extends Readonly<Record<string, string>> {
  /** Makes one idea of it, however often it is sent. */
  readonly key: string;
  readonly day: string;
  readonly time: string;
  /** `yes`, or empty. */
  readonly unnamed: string;
  readonly authorId: string;
  /** Numbers with blanks between them. */
  readonly coAuthorIds: string;
  readonly title: string;
  readonly category: string;
  readonly problem: string;
  readonly proposal: string;
  readonly expectedBenefit: string;
  readonly department: string;
  /** As the field of photos writes it. */
  readonly photos: string;
}

type NewIdea = RequestOf<typeof submitIdea>['body'];
type Organization = Pick<OrganizationProfile, 'categories' | 'departments'> & {
  readonly calendar: Pick<OrganizationProfile['calendar'], 'timeZone'>;
};

/** The next slip: empty except for the day, because slips come in piles of one day. */
export function nextSlip(key: string, day = ''): SlipFields {
  return {
    key,
    day,
    time: '',
    unnamed: '',
    authorId: '',
    coAuthorIds: '',
    title: '',
    category: '',
    problem: '',
    proposal: '',
    expectedBenefit: '',
    department: '',
    photos: '',
  };
}

/** Slips as drafts. */
export const NEW_SLIP: DraftKind<SlipFields> = {
  read: text => (text === null ? undefined : readFields(text, nextSlip(crypto.randomUUID()))),
  start: () => nextSlip(crypto.randomUUID()),
  isBlank: ({ key: _, day: __, ...texts }) => Object.values(texts).every(text => text === ''),
};

/**
 * Either the request's body, or the errors by field. A slip without a time of day counts from the
 * day's beginning.
 */
export function checkSlip(
  fields: SlipFields,
  organization: Organization,
  words: SlipsWords,
): ValidationResult<NewIdea> {
  const content = checkContent(fields, organization.categories, words);
  const unnamed = fields.unnamed !== '';
  const authorId = unnamed ? undefined : readNumber(fields.authorId);
  const coAuthorIds = readNumbers(fields.coAuthorIds) ?? [];
  const { timeZone } = organization.calendar;
  const submittedAt = slipInstant(fields.day, fields.time === '' ? '00:00' : fields.time, timeZone);
  const errors = {
    ...errorsIn({
      submittedAt: submittedAt === undefined ? words.notADay : undefined,
      authorId: unnamed || authorId !== undefined ? undefined : words.notAMember,
    }),
    ...(!content.ok && content.errors),
  };
  if (!content.ok || submittedAt === undefined || Object.keys(errors).length > 0)
    return { ok: false, errors };
  const department = organization.departments.find(one => one === fields.department);
  return {
    ok: true,
    body: {
      ...content.body,
      submittedAt,
      ...(authorId === undefined ? { unnamed } : { authorId }),
      ...(authorId !== undefined && coAuthorIds.length > 0 && { coAuthorIds }),
      ...(department !== undefined && { department }),
    },
  };
}

type Correction = RequestOf<typeof correctSlip>['body'];

/** A typed slip as the fields of its form. A department that is its author's own is left out. */
export function slipFieldsOf(
  slip: Pick<
    ReplyOf<typeof getIdea>,
    | 'id'
    | 'submittedAt'
    | 'authorId'
    | 'title'
    | 'category'
    | 'problem'
    | 'proposal'
    | 'expectedBenefit'
    | 'department'
    | 'people'
  >,
  timeZone: string,
): SlipFields {
  const { authorId, department, expectedBenefit, people, submittedAt } = slip;
  const { day, time } = slipLocalTime(submittedAt, timeZone);
  const own = authorId === undefined ? undefined : people?.[authorId]?.department;
  return {
    key: slip.id,
    day,
    time: time === '00:00' ? '' : time,
    unnamed: authorId === undefined ? 'yes' : '',
    authorId: authorId ?? '',
    coAuthorIds: '',
    title: slip.title,
    category: slip.category,
    problem: slip.problem,
    proposal: slip.proposal,
    expectedBenefit: expectedBenefit === undefined ? '' : String(expectedBenefit),
    department: department === undefined || department === own ? '' : department,
    photos: '',
  };
}

/** The correction of a slip. A time that was not touched keeps its seconds. */
export function checkCorrection(
  fields: SlipFields,
  typed: SlipFields,
  organization: Organization,
  words: SlipsWords,
): ValidationResult<Correction> {
  const checked = checkSlip(fields, organization, words);
  if (!checked.ok) return checked;
  const { unnamed: _, coAuthorIds: __, submittedAt, ...rest } = checked.body;
  const retimed = fields.day !== typed.day || fields.time !== typed.time;
  return {
    ok: true,
    body: { ...rest, ...(retimed && submittedAt !== undefined && { submittedAt }) },
  };
}
