const root = '/plugins/beneficiary-crm';

/** Addresses within the panel. */
export const paths = {
  requests: `${root}/requests`,
  request: (id: string) => `${root}/requests/${id}`,
  /** the queue of one who can work no more, or of any colleague */
  requestsOf: (assignee: number | 'gone') => `${root}/requests?view=all&assignee=${assignee}`,
  away: `${root}/requests/away`,
  volunteers: `${root}/requests/volunteers`,
  assignmentRules: `${root}/requests/rules`,
  stalled: `${root}/stalled`,
  notices: `${root}/notices`,
  reception: `${root}/reception`,
  visit: (id: string) => `${root}/reception/visits/${id}`,
  questions: `${root}/reception/questions`,
  registry: `${root}/registry`,
  person: (id: string) => `${root}/registry/${id}`,
  changePerson: (id: string) => `${root}/registry/${id}/change`,
  newPerson: `${root}/registry/new`,
  matches: `${root}/registry/matches`,
  match: (id: string) => `${root}/registry/matches/${id}`,
  imports: `${root}/registry/import`,
  import: (id: string) => `${root}/registry/import/${id}`,
  exports: `${root}/registry/export`,
  newRequest: (person?: string) => `${root}/requests/new${person ? `?person=${person}` : ''}`,
  /** from the desk: what is opened belongs to the visit */
  newPersonOf: (visit: string) => `${root}/registry/new?visit=${visit}`,
  newRequestOf: (visit: string, person?: string) =>
    `${root}/requests/new?visit=${visit}${person ? `&person=${person}` : ''}`,
  appointments: `${root}/appointments`,
  /** a form for an appointment, with what is known of whom it is for */
  book: (of: { person?: string; request?: string; kind?: string }) =>
    `${root}/appointments?${new URLSearchParams({ book: 'yes', ...of }).toString()}`,
  calendar: '/settings/beneficiary-crm/calendar',
  search: `${root}/search`,
  deliveries: `${root}/deliveries`,
  limits: `${root}/deliveries/limits`,
  committee: `${root}/committee`,
  committees: `${root}/committee/settings`,
  newCommittee: `${root}/committee/settings/new`,
  changeCommittee: (id: string) => `${root}/committee/settings/${id}`,
  planSession: `${root}/committee/new`,
  session: (id: string) => `${root}/committee/${id}`,
  agenda: (session: string) => `${root}/committee/${session}/agenda`,
  minutes: (session: string) => `${root}/committee/${session}/minutes`,
  projector: (session: string) => `${root}/committee/${session}/projector`,
  /** what waits for one's own vote, and one's next sessions */
  mine: `${root}/committee/mine`,
  /** what one declared oneself */
  conflicts: `${root}/committee/conflicts`,
  /** after a conflict was declared */
  stoodAside: (session: string) => `${root}/committee/aside?session=${session}`,
  item: (session: string, item: string) => `${root}/committee/${session}/items/${item}`,
  satisfaction: `${root}/satisfaction`,
  comments: `${root}/satisfaction/comments`,
  improvements: `${root}/satisfaction/improvements`,
  improvement: (id: string) => `${root}/satisfaction/improvements/${id}`,
  /** a form for a new action, with what it is about */
  newImprovement: (of: { comment?: string; question?: string; service?: string } = {}) =>
    `${root}/satisfaction/improvements?${new URLSearchParams({ new: 'yes', ...of }).toString()}`,
  /** evaluations that are told by phone or to a delegate */
  evaluations: `${root}/evaluations`,
  call: (id: string) => `${root}/evaluations/${id}`,
  messages: `${root}/messages`,
};

/** As Strapi's menu wants it: relative to the root of the panel. */
export const menuPath = (path: string) => path.slice(1);
