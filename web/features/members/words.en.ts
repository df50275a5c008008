/** The English texts of the pages of `members`. */
import type { zh } from './words.zh.ts';

const members = (count: number): string => `${count} ${count === 1 ? 'member' : 'members'}`;
export const en: typeof zh = {
  save: 'Save',
  open: 'Open',
  row: 'Row',
  outcome: 'Outcome',
  remark: 'Remark',
  list: items => items.join(', '),
  clauses: parts => parts.join('; '),
  fromTo: (before, after) => `${before} → ${after}`,

  membersTitle: 'Members',
  addMember: 'Add a member',
  importMembers: 'Import from a file',
  toTheMembers: '← Members',
  findMember: 'Find by number',
  number: 'Number',
  numberHint: 'Letters and digits, at most 32; it cannot be changed later.',
  notANumber: 'An employee number, please: letters, digits, “-” and “_”, at most 32.',
  personName: 'Name',
  notAName: '1–30 characters, all of them visible.',
  team: 'Team',
  teamHint: 'A team within the department; optional.',
  account: 'Account',
  accountHint: 'What the sign-in service calls the person (the “sub” of their tokens).',
  newAccountHint:
    'What the sign-in service calls the person (the “sub” of their tokens); if left out, the number.',
  notAnAccount: 'At most 255 characters, all of them visible.',
  role: 'Role',
  activity: 'Standing',
  active: 'active',
  left: 'has left',
  noMembers: 'No member matches.',
  noneSoFar: 'None so far; there is more.',
  memberFileName: 'members.csv',
  exportHint:
    "The file holds all members, those who have left included. Changed, it can be imported again. Leave the apostrophe (') that some numbers begin with, and put one before such a number of your own: a spreadsheet would drop leading zeros and cut long numbers short.",
  rolesLegend: 'Roles',
  rolesHint: 'Everybody active is an employee. These come on top: one, several or none.',
  roles: {
    employee: 'employee',
    secretary: 'secretary',
    committee: 'committee',
    chair: 'chair',
    manager: 'manager',
    administrator: 'administrator',
  },
  roleHints: {
    employee: '',
    secretary: 'screens, merges, sets the agenda, types in slips',
    committee: 'votes, from the next opening on',
    chair: 'votes, decides, publishes',
    manager: 'reads the numbers, accepts work, approves rewards',
    administrator: 'manages members, settings and calendar',
  },
  hasLeft: 'This member has left: they cannot sign in here and are not counted.',
  thatIsYou: 'This is you. What you change may touch your own signing in and your own rights.',
  memberSaved: id => `${id} is changed, as of now.`,
  memberAdded: (id, department) =>
    `${id} is on the list (${department}); you can add the next one.`,
  seeMember: id => `See ${id}`,
  confirmOwnRole:
    'Give up being administrator yourself? You can manage nothing from then on, until another administrator makes you one again.',
  confirmOwnAccount: account =>
    `Change your own account to “${account}”? Your present sign-in ends at once, and only that account gets in.`,
  leavingTitle: 'Leaving',
  leavingText:
    'Who leaves stays on the list, and what they did stays under their number. They cannot get in any more, are not counted, and vote no more. They can come back any time.',
  deactivate: 'Deactivate',
  confirmLeaving: id =>
    `Deactivate ${id}? They cannot get in from now on. Name another owner for work that ${id} carries out.`,
  confirmOwnLeaving:
    'Deactivate yourself? You cannot get in from now on, until another administrator takes you back.',
  hasBeenLetGo: id => `${id} is deactivated.`,
  returningTitle: 'Coming back',
  returningText: 'They come back with the account, department and roles they had.',
  reactivate: 'Reactivate',
  confirmReturning: id => `Reactivate ${id}, with the account, department and roles they had?`,
  isBack: id => `${id} is active again.`,

  erasingTitle: 'Erasure',
  erasingText:
    'At the person’s own request: erases their name, team, account and roles, in the audit log too. Their ideas, votes, comments and all numbers stay as they are, under “Erased member”. It cannot be undone, and nobody gets the number again.',
  erasingUnfinished:
    'An erasure was interrupted: they cannot get in, but the audit log may still hold the account. Do it once more to finish it.',
  numberAgain: id => `Type the number ${id} again, so that it is the right person`,
  erase: 'Erase for good',
  confirmErasing: id =>
    `Erase ${id} for good? Name, team and account are deleted at once, and nobody can bring them back.`,
  isErased: id => `${id} is erased.`,
  wasErased: 'Erased member: their personal data was deleted at their own request, for good.',
  erased: 'Erased',

  importMembersText:
    'Choose a file, see what it would change, then confirm. A row a member; members who are not in it stay as they are. A CSV file as Excel or WPS saves it, with these columns in any order:',
  importMembersColumns:
    'Only the number (工号) is needed. An empty cell changes nothing, not a name (姓名) or a team (班组) either: clear those on the member’s page. For somebody new the account (账号) is then the number, the role (角色) 职工 and 在册 (active) 是. Several roles are set apart by “、”.',
  importMembersSize: 'At most 256 KB and 5,000 rows. Split a larger one.',
  importFile: 'File (.xlsx or .csv)',
  importMend: 'Mend the rejected rows in the file and import it again.',
  preview: 'Preview',
  previewTitle: 'What would change',
  importResult: 'What was done',
  wouldBe: 'Importing would come to',
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
    'Rejected rows are left out and the others imported. Or mend the file first and preview it again.',
  rowsShown: 'Show',
  allButUnchanged: 'All but unchanged',
  moreRows: count => `Show more (${count} left)`,
  namesMoved: count =>
    `Please check the names: ${members(count)} would get the former name of another member, as if the column of names had slipped or two names been exchanged.`,
  nameWasOf: id => `This was the name of ${id}; please check.`,
  importConcernsYou:
    'The file changes your own entry; your signing in and your rights may change at once.',
  importAgainDoesNoHarm:
    'Part of it may be done. Importing once more does no harm: what is done is not done twice.',
  importingRows: (through, all) => `Importing… ${through} of ${all} rows so far`,
  nothingToImport: 'There is nothing to import.',
  importThem: count => `Import (${members(count)})`,
  moved: 'moved',
  changes: 'Changes',
};
