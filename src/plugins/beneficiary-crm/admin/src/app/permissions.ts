import type { Permission } from '../../../server/src/policy/roles.policy';

/** What Strapi's menu, pages and widgets ask for: the same ids that the server registers. */
export const needs = (...permissions: Permission[]) =>
  permissions.map((permission) => ({
    action: `plugin::beneficiary-crm.${permission}`,
    subject: null,
  }));

/** Who may open each page. One of several is enough. */
export const pagePermissions = {
  requests: needs('requests.read'),
  newRequest: needs('requests.receive'),
  stalled: needs('requests.oversee'),
  notices: needs('requests.read'),
  volunteers: needs('requests.check'),
  reception: needs('reception.serve'),
  questions: needs('research.study', 'content.answer'),
  registry: needs('registry.read'),
  appointments: needs('appointments.keep'),
  workflow: needs('workflow.keep'),
  calendar: needs('calendar.keep'),
  search: needs('registry.read', 'requests.read'),
  deliveries: needs('delivery.record', 'delivery.approve'),
  limits: needs('delivery.approve'),
  committee: needs('committee.read', 'committee.vote', 'committee.prepare'),
  satisfaction: needs('satisfaction.read', 'operations.read'),
  comments: needs('comments.release'),
  improvements: needs('satisfaction.read', 'improvements.keep', 'requests.read'),
  evaluations: needs('evaluations.take'),
  messages: needs('messages.read'),
};
