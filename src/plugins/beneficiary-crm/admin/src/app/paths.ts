const root = '/plugins/beneficiary-crm';

/** Addresses within the panel. */
export const paths = {
  requests: `${root}/requests`,
  request: (id: string) => `${root}/requests/${id}`,
  registry: `${root}/registry`,
  person: (id: string) => `${root}/registry/${id}`,
  changePerson: (id: string) => `${root}/registry/${id}/change`,
  newPerson: `${root}/registry/new`,
  matches: `${root}/registry/matches`,
  newRequest: (person: string) => `${root}/requests/new?person=${person}`,
  committee: `${root}/committee`,
  session: (id: string) => `${root}/committee/${id}`,
  item: (session: string, item: string) => `${root}/committee/${session}/items/${item}`,
  satisfaction: `${root}/satisfaction`,
  messages: `${root}/messages`,
};

/** As Strapi's menu wants it: relative to the root of the panel. */
export const menuPath = (path: string) => path.slice(1);
