/** The English texts of the pages of `members`. */
import type { zh } from './words.zh.ts';

const members = (count: number): string => `${count} ${count === 1 ? 'member' : 'members'}`;
export const en: typeof zh = {
  save: 'Save',
  list: items => items.join(', '),
  clauses: parts => parts.join('; '),
  fromTo: (before, after) => `${before} → ${after}`,

  membersTitle: 'Members',
  addMember: 'Add member',
  importMembers: 'Import from file',
  findMember: 'Find a member',
  number: 'Number',
  numberHint: 'Up to 32 letters and digits. It cannot be changed later.',
  notANumber: 'Enter an employee number: letters, digits, “-” and “_”, up to 32 characters.',
  personName: 'Name',
  notAName: '1–30 visible characters.',
  team: 'Team',
  teamHint: 'A team within the department. Optional.',
  account: 'Account',
  accountHint: 'The person’s user name at the sign-in service (the “sub” of their tokens).',
  newAccountHint:
    'The person’s user name at the sign-in service (the “sub” of their tokens). Leave it empty to use the number.',
  notAnAccount: 'Up to 255 visible characters.',
  role: 'Role',
  activity: 'Status',
  active: 'Active',
  left: 'Left',
  noMembers: 'No members match.',
  noneSoFar: 'No match so far. Load more to continue.',
  memberFileName: 'members.csv',
  exportHint:
    "The file lists all members, including those who have left. You can edit it and import it again. Keep the apostrophe (') in front of some numbers, and add one to such numbers of your own: spreadsheets drop leading zeros and shorten long numbers.",
  rolesLegend: 'Roles',
  rolesHint: 'Every active member is an employee. Further roles are optional.',
  roles: {
    employee: 'Employee',
    secretary: 'Secretary',
    committee: 'Committee',
    chair: 'Chair',
    manager: 'Manager',
    administrator: 'Administrator',
  },
  roleHints: {
    employee: '',
    secretary: 'screens, merges, sets the agenda, types in slips',
    committee: 'votes, from the next opening on',
    chair: 'votes, decides, publishes',
    manager: 'reads the numbers, accepts work, approves rewards',
    administrator: 'manages members, settings and calendar',
  },
  hasLeft: 'This member has left. They cannot sign in and are not counted.',
  thatIsYou: 'This is your own account. Changes may affect your access.',
  memberCalled: (id, name) => (name === undefined ? id : `${name} (${id})`),
  memberSaved: who => `${who}: saved.`,
  memberAdded: (who, department) => `${who} added to ${department}. You can add the next one.`,
  seeMember: id => `Open ${id}`,
  confirmOwnRole:
    'Give up your own administrator role? You will not be able to manage anything until another administrator gives it back.',
  confirmOwnAccount: account =>
    `Change your own account to “${account}”? You will be signed out, and only that account can sign in.`,
  leavingTitle: 'Deactivate',
  leavingText:
    'A member who leaves stays on the list, and their record stays under their number. They can no longer sign in or vote and are not counted. You can reactivate them at any time.',
  deactivate: 'Deactivate',
  confirmLeaving: who =>
    `Deactivate ${who}? They lose access at once. Assign another owner to any work of theirs.`,
  confirmOwnLeaving:
    'Deactivate yourself? You lose access at once, until another administrator reactivates you.',
  hasBeenLetGo: who => `${who} has been deactivated.`,
  returningTitle: 'Reactivate',
  returningText: 'They return with the account, department and roles they had.',
  reactivate: 'Reactivate',
  confirmReturning: who => `Reactivate ${who} with their former account, department and roles?`,
  isBack: who => `${who} is active again.`,

  erasingTitle: 'Erase personal data',
  erasingText:
    'At the person’s own request. Deletes their name, team, account and roles, also in the audit log. Their ideas, votes, comments and all numbers remain, under “Deleted member”. This cannot be undone, and the number is never reused.',
  erasingUnfinished:
    'The erasure was interrupted. They have no access, but the audit log may still contain the account. Run it again to finish.',
  numberAgain: id => `Type ${id} to confirm`,
  erase: 'Erase permanently',
  confirmErasing: who =>
    `Erase ${who} permanently? Name, team and account are deleted at once and cannot be restored.`,
  isErased: id => `${id} has been erased.`,
  wasErased: 'Deleted member: their personal data was erased at their own request.',
  erased: 'Erased',

  importMembersText:
    'Choose a file, check what it would change, then confirm. One row per member; members who are not in the file stay as they are. Save as .xlsx or .csv with these columns in any order:',
  importMembersColumns:
    'Only the number (工号) is required. Empty cells change nothing; to clear a name (姓名) or team (班组), use the member’s page. New members get their number as account (账号), the role (角色) 职工, and 在册 (active) 是. Separate several roles with “、”.',
  importMembersSize: 'Up to 256 KB and 5,000 rows. Split larger files.',
  importFile: 'File (.xlsx or .csv)',
  importMend: 'Fix the rejected rows in the file and import it again.',
  preview: 'Preview',
  previewTitle: 'Preview',
  importResult: 'Result',
  wouldBe: 'Importing will result in',
  hasBeen: 'Done',
  rowOutcomes: {
    added: 'added',
    changed: 'changed',
    deactivated: 'deactivated',
    reactivated: 'reactivated',
    unchanged: 'unchanged',
    rejected: 'rejected',
  },
  outcomeCount: (outcome, count) => `${count} ${outcome}`,
  notInFile: count =>
    `${members(count)} on the list ${count === 1 ? 'is' : 'are'} not in the file and ${count === 1 ? 'stays' : 'stay'} as before.`,
  rejectedStayOut:
    'Rejected rows are skipped. You can also fix the file first and preview it again.',
  rowsShown: 'Show',
  allButUnchanged: 'Changes only',
  namesMoved: count =>
    `Check the names: ${members(count)} would get the former name of another member, as if the name column had shifted.`,
  nameWasOf: id => `Formerly the name of ${id}. Please check.`,
  importConcernsYou: 'The file changes your own entry. Your access may change at once.',
  importAgainDoesNoHarm:
    'Some rows may be done. You can safely import again: nothing is done twice.',
  importingRows: (through, all) => `Importing… ${through} of ${all} rows`,
  nothingToImport: 'Nothing to import.',
  importThem: count => `Import (${members(count)})`,
  moved: 'moved',
  changes: 'Changes',
};
