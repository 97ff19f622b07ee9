import type { Room } from '../kernel/room';
import { ballotsMigration } from './ballots.migration';
import { endCirculations } from './circulation.service';
import { committeeMigration } from './committee.migration';
import { committeeRoutes } from './committee.routes';
import { conflictMigration } from './conflict.migration';
import { deliberationMigration } from './deliberation.migration';
import { deliberationRoutes } from './deliberation.routes';
import { contentTypes, components } from './content-types';
import { voidItemsOf } from './close.service';
import { panelFacts } from './panel.facts';
import { mailSession } from './mail.job';
import { draftWhenClosed } from './minutes.subscriber';
import { minutesMigration } from './minutes.migration';
import { minutesRoutes } from './minutes.routes';
import { purposeMigration } from './purpose.migration';
import { settingsRoutes } from './settings.routes';
import { sessionsMigration } from './sessions.migration';
import { sessionsRoutes } from './sessions.routes';

/** The research committee: it studies, votes and answers (S5). */
export const committeeRoom: Room = {
  name: 'committee',
  contentTypes,
  components,
  migrations: [
    committeeMigration,
    purposeMigration,
    ballotsMigration,
    sessionsMigration,
    minutesMigration,
    conflictMigration,
    deliberationMigration,
  ],
  adminRoutes: [
    ...settingsRoutes,
    ...sessionsRoutes,
    ...minutesRoutes,
    ...committeeRoutes,
    ...deliberationRoutes,
  ],
  jobs: {
    mail_session: mailSession,
    end_circulation: endCirculations,
    end_circulations: endCirculations,
  },
  schedules: { end_circulations: '* * * * *' },
  facts: panelFacts,
  subscribers: [
    draftWhenClosed,
    {
      name: 'void_items',
      on: ['request.withdrawn'],
      when: 'with',
      run: async (unit, event) => {
        if (event.requestId) await voidItemsOf(unit, event.requestId);
      },
    },
  ],
};

export { requestOfItem } from './item.repository';
export { countNeedsMyVote, mayReadFile } from './access.service';
