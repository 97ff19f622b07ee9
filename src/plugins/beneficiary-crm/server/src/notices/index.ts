import type { Room } from '../kernel/room';
import { mailNotices } from './mail.job';
import { noticesMigration } from './notices.migration';
import { noticesRoutes } from './notices.routes';
import { mindSteps } from './steps.job';

/** What the staff are told: that a request waits for them, or for nobody. */
export const noticesRoom: Room = {
  name: 'notices',
  migrations: [noticesMigration],
  adminRoutes: noticesRoutes,
  jobs: { mind_steps: mindSteps, mail_notices: mailNotices },
  schedules: { mind_steps: '2,7,12,17,22,27,32,37,42,47,52,57 * * * *' },
};

export { countUnreadNotices } from './notices.service';
