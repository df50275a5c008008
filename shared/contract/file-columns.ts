/**
 * The files that people fill in, paper slips and members: their columns, and what can become of a
 * row. No schemas are here, so that pages need no library for the names alone.
 */

/**
 * The columns of the paper slip's form, with the headings of a secretary's spreadsheet, and their
 * fields.
 */
export const SLIP_COLUMNS = {
  序号: 'number',
  工号: 'authorId',
  姓名: 'name',
  部门: 'department',
  类别: 'category',
  建议名称: 'title',
  现状分析: 'problem',
  改进措施: 'proposal',
  '预期年效益(元)': 'expectedBenefit',
  提交时间: 'submittedAt',
} as const;

/** The columns that a file must have. Names are compared with the member list, if they are there. */
export const REQUIRED_SLIP_COLUMNS: readonly string[] = Object.keys(SLIP_COLUMNS).filter(
  heading => heading !== '姓名',
);

/** The columns of the member file, with the headings of a spreadsheet, and their content. */
export const MEMBER_COLUMNS = {
  工号: 'id',
  姓名: 'name',
  账号: 'subject',
  部门: 'department',
  班组: 'team',
  角色: 'roles',
  在册: 'active',
} as const;

/** What becomes of a row of the member file. */
export const MEMBER_OUTCOMES = [
  'added',
  'changed',
  'deactivated',
  'reactivated',
  'unchanged',
  'rejected',
] as const;
