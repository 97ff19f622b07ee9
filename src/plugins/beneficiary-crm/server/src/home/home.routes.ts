import type { HomeFigures } from '../../../contracts/admin';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { adminRoute } from '../kernel/room';
import type { Staff } from '../kernel/room';
import { countNeedsMyVote } from '../committee';
import { countFailedMessages } from '../messages';
import { countAnswersToTell, countQuestionsToAnswer, countWaitingVisitors } from '../reception';
import { countExpiring } from '../registry';
import { countQueue } from '../queue';
import { countUnreadNotices } from '../notices';
import { countResearch, countStalled } from '../requests';
import { commentsWaiting, improvementsWaiting, latestSatisfaction } from '../satisfaction';

/** GET /home: each figure null for whoever may not see it. */
async function homeFigures(crm: Crm, staff: Staff, locale: Locale): Promise<HomeFigures> {
  const may = staff.permissions;
  const desk = may.has('reception.serve');
  const answers = may.has('research.study') || may.has('content.answer');
  const [
    queue,
    stalled,
    notices,
    needsMyVote,
    failedMessages,
    visitorsWaiting,
    answersToTell,
    questionsWaiting,
    research,
    expiring,
    csat,
    comments,
    improvements,
  ] = await Promise.all([
    may.has('requests.read') ? countQueue(crm, staff) : null,
    may.has('requests.oversee') ? countStalled(crm, staff) : null,
    may.has('requests.read') ? countUnreadNotices(crm, staff) : null,
    may.has('committee.vote') ? countNeedsMyVote(crm, staff.id) : null,
    may.has('messages.read') ? countFailedMessages(crm, staff) : null,
    desk ? countWaitingVisitors(crm, staff) : null,
    desk ? countAnswersToTell(crm, staff) : null,
    answers ? countQuestionsToAnswer(crm, staff) : null,
    may.has('research.study') ? countResearch(crm, staff) : null,
    may.has('registry.write') ? countExpiring(crm, staff) : null,
    may.has('satisfaction.read') ? latestSatisfaction(crm, locale) : null,
    // What still holds names is watched over by who clears it, and by who protects data.
    may.has('comments.release') || may.has('operations.read') ? commentsWaiting(crm) : null,
    may.has('requests.read') || may.has('satisfaction.read')
      ? improvementsWaiting(crm, staff)
      : null,
  ]);
  return {
    mine: queue?.mine ?? null,
    overdue: queue?.overdue ?? null,
    unassigned: queue?.unassigned ?? null,
    stalled,
    notices,
    needsMyVote,
    failedMessages,
    visitorsWaiting,
    answersToTell,
    questionsWaiting,
    research,
    expiring,
    csat,
    comments,
    improvements,
  };
}

export const homeRoutes = [
  adminRoute({
    method: 'GET',
    path: '/home',
    permissions: [
      'requests.read',
      'reception.serve',
      'registry.write',
      'research.study',
      'content.answer',
      'committee.vote',
      'messages.read',
      'satisfaction.read',
      'comments.release',
      'operations.read',
    ],
    handler: async ({ crm, staff, locale }) => ({ data: await homeFigures(crm, staff, locale) }),
  }),
] as const;
