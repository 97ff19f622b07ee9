import type { Role } from '../../../contracts/vocabulary';

/** What a person of the association may be allowed to do. Each is a Strapi permission of the plugin. */
export const permissions = [
  'requests.read',
  'requests.all-branches',
  'requests.receive',
  'requests.check',
  'requests.assign',
  'requests.oversee',
  'research.study',
  'committee.read',
  'committee.prepare',
  'committee.vote',
  'committee.keep',
  'delivery.record',
  'delivery.approve',
  'satisfaction.read',
  'evaluations.take',
  'comments.release',
  'improvements.keep',
  'operations.read',
  'messages.read',
  'messages.hand-over',
  'registry.read',
  'registry.write',
  'registry.merge',
  'registry.import',
  'registry.export',
  'reception.serve',
  'appointments.keep',
  'calendar.keep',
  'workflow.keep',
  'content.answer',
] as const;
export type Permission = (typeof permissions)[number];

/** The permission's id in Strapi's permission engine. */
export const permissionUid = (permission: Permission): string =>
  `plugin::beneficiary-crm.${permission}`;

interface RolePolicy {
  /** clause of the policy that gives the role its work */
  clause: string;
  permissions: readonly Permission[];
  /** also edits what the association publishes */
  editsContent?: true;
}

/**
 * The roles and what each may do. Written into the database on first boot; from then on the
 * association's administrator owns them.
 */
export const rolePolicies: Readonly<Record<Role, RolePolicy>> = {
  content_editor: { clause: 'O3', permissions: ['content.answer'], editsContent: true },
  relations_officer: {
    clause: 'S1',
    permissions: [
      'requests.read',
      'requests.all-branches',
      'requests.receive',
      'requests.check',
      'requests.assign',
      'requests.oversee',
      'committee.prepare',
      'messages.read',
      'registry.read',
      'registry.write',
      'registry.merge',
      'registry.import',
      'registry.export',
      'reception.serve',
      'appointments.keep',
      'calendar.keep',
    ],
  },
  researcher: {
    clause: 'S3',
    permissions: [
      'requests.read',
      'requests.all-branches',
      'research.study',
      'registry.read',
      'appointments.keep',
    ],
  },
  committee_member: { clause: 'S5', permissions: ['committee.read', 'committee.vote'] },
  delegate: {
    clause: 'C8',
    permissions: [
      'requests.read',
      'requests.receive',
      'registry.read',
      'registry.write',
      'reception.serve',
      'evaluations.take',
      'appointments.keep',
    ],
  },
  delivery_officer: {
    clause: 'S7',
    permissions: ['requests.read', 'requests.all-branches', 'delivery.record', 'registry.read'],
  },
  quality_officer: {
    clause: 'O5',
    // Hands over kept invitations, and is not an officer of any request (O6c).
    permissions: [
      'satisfaction.read',
      'evaluations.take',
      'comments.release',
      'improvements.keep',
      'operations.read',
      'messages.read',
      'messages.hand-over',
    ],
  },
  executive_director: {
    clause: 'P3',
    permissions: [
      'requests.read',
      'requests.all-branches',
      'requests.assign',
      'requests.oversee',
      'committee.read',
      'committee.keep',
      'delivery.approve',
      'satisfaction.read',
      'improvements.keep',
      'operations.read',
      'messages.read',
      'registry.read',
      'registry.export',
      'calendar.keep',
      'workflow.keep',
    ],
  },
  data_protection_officer: { clause: 'P1', permissions: ['operations.read'] },
};
