/**
 * The readings whose last replies stay on the device, to be read without a network: who I am, what
 * waits for me, the round's list, the ideas that were opened with their comments, the agenda, my work
 * and the bulletin. Not in it, and so never stored: unnamed ideas behind a claim code, files,
 * everything of administrators, the directory, rewards, numbers, and the zone's.
 *
 * The build puts the shape of a route's reply in the place of the empty text, so that pages never
 * read a reply of another shape.
 */
export const KEPT_ROUTES: Readonly<Record<string, string>> = {
  getMe: '',
  getOrganization: '',
  getToday: '',
  listRounds: '',
  getRound: '',
  listIdeas: '',
  listMyIdeas: '',
  listContactIdeas: '',
  getIdea: '',
  listComments: '',
  getAgenda: '',
  listMyWork: '',
  listImplementations: '',
  getBulletin: '',
};
