import type { Room } from '../kernel/room';
import { contentTypes, publishing, templateMigration } from './content-types';
import { byDayMigration } from './by-day.migration';
import { messagesMigration } from './messages.migration';
import { whatsappMigration } from './whatsapp.migration';
import { secretsMigration } from './secrets.migration';
import { peopleMessagesMigration } from './people.migration';
import { messagesRoutes } from './messages.routes';
import { sendMessage } from './send.job';
import { tellApplicant } from './tell-applicant';
import { tellOfAppointment } from './tell-appointment';
import { tellPerson } from './tell-person';

/** What applicants are told: written from the editors' templates, sent once or kept to be handed over. */
export const messagesRoom: Room = {
  name: 'messages',
  contentTypes,
  migrations: [
    templateMigration,
    messagesMigration,
    secretsMigration,
    peopleMessagesMigration,
    byDayMigration,
    whatsappMigration,
  ],
  publishing,
  adminRoutes: messagesRoutes,
  subscribers: [tellApplicant, tellOfAppointment, tellPerson],
  jobs: { send_message: sendMessage },
};

export { writeMessage } from './compose.service';
export type { Draft, Values, WrittenMessage, Writing } from './compose.service';
export { codeWays } from './declaration-code.service';
export { countFailedMessages, queueMessage, waitsForOfficer } from './outbox.service';
export type { MessageTransport, OutgoingMessage } from './transports/transport';
export { transportsOf } from './transports';
export { SendFailure } from './transports/transport';
export { bullets, leftToRight } from './writing.rules';
export { messageTemplate } from './template.service';
