/**
 * The member file: the content of its columns, for export and import. An exported file is read back
 * with the same content.
 */
import * as z from 'zod/mini';
import { MEMBER_COLUMNS } from '../../shared/contract/file-columns.ts';
import { ROLE_NAMES } from '../../shared/contract/names.ts';
import { MOST_MEMBER_ROWS, newMember } from '../../shared/contract/schemas/member.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import { type Err, err, type Result } from '../../shared/domain/kernel/result.ts';
import { keptText } from '../../shared/domain/kernel/spreadsheet-text.ts';
import type { AmbiguousNumber } from '../../shared/domain/organization/employee-number.ts';
import { readNumber } from '../../shared/domain/organization/employee-number.ts';
import type { GivenMember } from '../../shared/domain/organization/member-import.ts';
import { type Member, ROLES, type Role } from '../../shared/domain/organization/organization.ts';
import type { Columns } from '../../shared/http/csv.ts';
import {
  columnOf,
  type FileRow,
  readFile,
  shortenedError,
  TOO_MANY_CELLS,
} from '../../shared/http/csv-reading.ts';
import type { FieldError, FileRefusal, InvalidRequest } from '../../shared/http/refusal.ts';
import { fieldErrors } from '../../shared/http/validation.ts';

/** One row of the file. */
export interface MemberRow {
  /** 1 for the first row after the header. */
  readonly row: number;
  /** The member of the row, if that is legible. */
  readonly id: MemberId | undefined;
  readonly given: Result<GivenMember, AmbiguousNumber | InvalidRequest>;
  /** The whole row except the number, for comparison with other rows of the same member. */
  readonly facts: string;
}

const ACTIVE = '是';
const LEFT = '否';

/** The file's columns, and the content of each. */
export const memberColumns: Record<keyof typeof MEMBER_COLUMNS, (member: Member) => string> = {
  工号: ({ id }) => id,
  姓名: ({ name }) => name ?? '',
  账号: ({ subject }) => subject,
  部门: ({ department }) => department,
  班组: ({ team }) => team ?? '',
  角色: ({ roles }) => roles.map(role => ROLE_NAMES[role]).join('、'),
  在册: ({ active }) => (active ? ACTIVE : LEFT),
};

/**
 * The same rows as cells of a file that a spreadsheet opens and saves and that is imported again.
 */
export const keptColumns: Columns<Member> = Object.fromEntries(
  Object.entries(memberColumns).map(([column, text]) => [
    column,
    (member: Member) => keptText(text(member)),
  ]),
);

/** Reads the members of a file. Only the number is required. */
export function readMemberFile(
  bytes: Uint8Array,
): Result<MemberRow[], FileRefusal | InvalidRequest> {
  const file = readFile(bytes, MEMBER_COLUMNS, ['工号']);
  if (!file.ok) return file;
  if (file.value.length > MOST_MEMBER_ROWS) return TOO_MANY_ROWS;
  return {
    ok: true,
    value: file.value.map(({ row, cells, shortened, beyond }): MemberRow => {
      const given =
        beyond.length > 0
          ? TOO_MANY_CELLS
          : shortened.length > 0
            ? lost(shortened)
            : readCells(cells);
      return { row, id: readNumber(cells.get('id') ?? ''), given, facts: factsOf(given, cells) };
    }),
  };
}

/** A row's values in any spelling. An illegible cell is kept as it is. */
function factsOf(given: MemberRow['given'], cells: FileRow['cells']): string {
  if (!given.ok) return JSON.stringify([...cells].filter(([field]) => field !== 'id').toSorted());
  const { id: _id, roles, ...others } = given.value;
  const sorted = roles && ROLES.filter(role => roles.includes(role));
  return JSON.stringify([sorted ?? '', ...Object.entries(others).toSorted()]);
}

const someFacts = z.strictObject({
  ...newMember.shape,
  department: z.exactOptional(newMember.shape.department),
  active: z.exactOptional(z.boolean()),
});

function readCells(cells: FileRow['cells']): Result<GivenMember, InvalidRequest> {
  const { roles, active, ...texts } = Object.fromEntries(cells);
  const names = roles?.split(/[、，,；;\s]+/).filter(name => name !== '');
  const known = new Map<string, Role>(
    ROLES.flatMap(role => [[ROLE_NAMES[role], role] as const, [role, role] as const]),
  );
  const unknown = names?.filter(name => !known.has(name)) ?? [];
  const candidate = {
    ...texts,
    ...(names && unknown.length === 0 && { roles: names.flatMap(name => known.get(name) ?? []) }),
    ...(active !== undefined && {
      active: active === ACTIVE ? true : active === LEFT ? false : active,
    }),
  };
  const parsed = someFacts.safeParse(candidate);
  const errors = parsed.success ? [] : fieldErrors(parsed.error.issues, candidate).map(inWords);
  if (unknown.length > 0) errors.push(ONE_OF_ROLES);
  return parsed.success && errors.length === 0
    ? { ok: true, value: parsed.data }
    : err({ code: 'invalid-request', errors: errors.map(inColumn) });
}

function inColumn(error: FieldError): FieldError {
  return { ...error, field: columnOf(error.field, MEMBER_COLUMNS) };
}

/** The errors, in the words that the file uses. */
function inWords(error: FieldError): FieldError {
  if (error.field !== 'active') return error;
  const words = { zh: `可选：${ACTIVE}、${LEFT}`, en: `One of: ${ACTIVE}, ${LEFT}` };
  return { field: error.field, rule: 'one-of', words };
}

const ALL_ROLES = Object.values(ROLE_NAMES);
const ONE_OF_ROLES: FieldError = {
  field: 'roles',
  rule: 'one-of',
  words: { zh: `可选：${ALL_ROLES.join('、')}`, en: `Of: ${ALL_ROLES.join(', ')}` },
};

/** Cells that hold a long number shortened by a spreadsheet. */
function lost(fields: readonly string[]): MemberRow['given'] {
  const errors = fields.map(field => inColumn(shortenedError(field)));
  return err({ code: 'invalid-request', errors });
}

/** The file has more rows than one reply can answer. */
const TOO_MANY_ROWS: Err<InvalidRequest> = {
  ok: false,
  refusal: {
    code: 'invalid-request',
    errors: [
      {
        field: '工号',
        rule: 'rows',
        words: {
          zh: `最多 ${MOST_MEMBER_ROWS} 行，请分成几个文件`,
          en: `At most ${MOST_MEMBER_ROWS} rows; split the file`,
        },
      },
    ],
  },
};

/** A number that occurs earlier in the file with other values. */
export const TWICE: MemberRow['given'] = {
  ok: false,
  refusal: {
    code: 'invalid-request',
    errors: [
      {
        field: '工号',
        rule: 'once',
        words: {
          zh: '同一工号在文件中出现两次，内容不同',
          en: 'The number is there twice, with other facts',
        },
      },
    ],
  },
};
