import { movers } from './movers.rules';

it.each([
  ['assistance', 'submitted', ['requests.check']],
  ['assistance', 'social_research', ['research.study']],
  ['assistance', 'enrolled', ['delivery.record']],
  ['assistance', 'accepted', ['requests.check', 'delivery.record']],
  ['complaint', 'in_progress', ['requests.check']],
  // No permission decides: the committee does. Who checks brings it before them.
  ['assistance', 'committee', ['requests.check']],
] as const)('%s in %s is the work of %j', (kind, status, permissions) => {
  expect(movers(kind, status)).toEqual(permissions);
});
