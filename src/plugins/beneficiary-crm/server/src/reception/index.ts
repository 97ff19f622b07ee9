import type { Migration } from '../kernel/migrate';
import type { Room } from '../kernel/room';
import { uniquePublished } from '../kernel/unique-published';
import { appointmentTimesMigration, visitReportMigration } from './appointments.migration';
import { appointmentRoutes } from './appointments.routes';
import { remindAppointments } from './appointments.telling';
import { calendarRoutes } from './calendar.routes';
import { contentTypes } from './content-types';
import { deskRoutes } from './desk.routes';
import { questionsMigration } from './questions.migration';
import { deskMigration } from './reception.migration';
import { receptionRoutes } from './reception.routes';
import { publicWishRoutes, wishRoutes } from './wishes.routes';
import { wishesMigration } from './wishes.service';

const migration: Migration = {
  name: '0011-reception',
  async up(trx) {
    await uniquePublished(trx, 'crm_channels', ['slug']);
    await uniquePublished(trx, 'crm_branches', ['slug']);
  },
};

/** How people reach the association: its channels (C1 to C8), its branches and its reception desk. */
export const receptionRoom: Room = {
  name: 'reception',
  contentTypes,
  migrations: [
    migration,
    deskMigration,
    questionsMigration,
    appointmentTimesMigration,
    visitReportMigration,
    wishesMigration,
  ],
  publicRoutes: [...receptionRoutes, ...publicWishRoutes],
  adminRoutes: [...deskRoutes, ...wishRoutes, ...appointmentRoutes, ...calendarRoutes],
  jobs: { remind_appointments: remindAppointments },
  schedules: { remind_appointments: '7,37 * * * *' },
};

export { appointmentsOf } from './appointments.read';
export { reportVisit, visitsOf } from './home-visits.service';
export { tellingTime } from './appointments.rules';
export { appointmentToTell } from './appointments.telling';
export { associationProfile } from './association.service';
export type { AssociationProfile } from './association.service';
export { bestFaqs, draftFaq, faqs } from './faq.service';
export { holdsPersonalNumber, namesSomebody } from './questions.rules';
export { interactionsOf, keepInteraction } from './interactions.service';
export type { NewInteraction } from './interactions.service';
export { answerQuestion, ask } from './questions.service';
export { arrive, endVisit, startVisit } from './visits.service';
export { countAnswersToTell, countQuestionsToAnswer } from './questions.views';
export { countWaitingVisitors } from './visits.views';
export { branches, channels } from './reception.service';
