import {
  appointmentsQuery,
  bookBody,
  endBody,
  moveBody,
  partyQuery,
  slotsQuery,
} from '../../../contracts/appointments';
import type { AppointmentChoices, AppointmentParty } from '../../../contracts/appointments';
import { invalid } from '../kernel/errors';
import { adminRoute } from '../kernel/room';
import { readParty } from './appointments.party';
import { readAgenda, readAppointment } from './appointments.read';
import { usualMinutes } from './appointments.rules';
import {
  bookAppointment,
  endAppointment,
  moveAppointment,
  readSlots,
  receivers,
} from './appointments.service';

const permissions = ['appointments.keep'] as const;

export const appointmentRoutes = [
  adminRoute({
    method: 'GET',
    path: '/appointments',
    permissions,
    query: appointmentsQuery,
    handler: async ({ crm, query, staff }) => ({ data: await readAgenda(crm, query, staff) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/appointments/choices',
    permissions,
    async handler({ crm, staff }): Promise<{ data: AppointmentChoices }> {
      return {
        data: {
          staff: await receivers(crm, staff),
          me: staff.id,
          usualMinutes,
          travelMinutes: crm.settings.clocks.travelMinutes,
        },
      };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/appointments/party',
    permissions,
    query: partyQuery,
    async handler({ crm, query, staff }): Promise<{ data: AppointmentParty }> {
      const party = await readParty(crm, query, staff);
      if (!party) throw invalid([{ path: 'person', code: 'required' }]);
      const { person, request, name, phone, place, coordinates } = party;
      return { data: { person, request, name, phone, place, coordinates } };
    },
  }),
  adminRoute({
    method: 'GET',
    path: '/appointments/slots',
    permissions,
    query: slotsQuery,
    handler: async ({ crm, query, staff }) => ({ data: await readSlots(crm, query, staff) }),
  }),
  adminRoute({
    method: 'GET',
    path: '/appointments/:id',
    permissions,
    handler: async ({ crm, params, staff }) => ({
      data: await readAppointment(crm, params.id ?? '', staff),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/appointments',
    permissions,
    body: bookBody,
    handler: async ({ crm, headers, body, staff }) => ({
      status: 201,
      data: await bookAppointment(crm, headers, body, staff),
    }),
  }),
  adminRoute({
    method: 'POST',
    path: '/appointments/:id/move',
    permissions,
    body: moveBody,
    async handler({ crm, params, body, staff }) {
      const id = params.id ?? '';
      await moveAppointment(crm, id, body, staff);
      return { data: await readAppointment(crm, id, staff) };
    },
  }),
  adminRoute({
    method: 'POST',
    path: '/appointments/:id/end',
    permissions,
    body: endBody,
    async handler({ crm, params, body, staff }) {
      const id = params.id ?? '';
      await endAppointment(crm, id, body, staff);
      return { data: await readAppointment(crm, id, staff) };
    },
  }),
] as const;
