import type { Room } from '../kernel/room';
import { closeMonthsJob } from './closing.service';
import { commentRoutes } from './comments.routes';
import { components, contentTypes, surveyMigration } from './content-types';
import { improvementActions, improvementOfRequestMigration } from './improvement.actions';
import { openImprovements } from './improvement.job';
import { improvementMigration } from './improvement.migration';
import { improvementRoutes } from './improvement.routes';
import { inviteToEvaluate, sendLater } from './invite.subscriber';
import { invitationRoutes, previewRoute } from './invitations.routes';
import { invitationsMigration } from './invitations.migration';
import { poolMigration } from './pool.migration';
import { operationsMigration } from './operations.migration';
import { countWorkJob } from './operations.service';
import { publishing } from './publishing.rules';
import { releaseAnswers } from './release.job';
import { rollupMigration } from './rollup.migration';
import { remindToEvaluate } from './remind.job';
import { satisfactionMigration } from './satisfaction.migration';
import { adminRoutes, publicRoutes } from './satisfaction.routes';

/** Evaluation as a right (O5, O6c): everyone is invited, answers lead to nobody, small slices are withheld. */
export const satisfactionRoom: Room = {
  name: 'satisfaction',
  contentTypes,
  components,
  migrations: [
    surveyMigration,
    satisfactionMigration,
    improvementOfRequestMigration,
    poolMigration,
    rollupMigration,
    operationsMigration,
    invitationsMigration,
    improvementMigration,
  ],
  publishing,
  publicRoutes: [...publicRoutes, previewRoute],
  adminRoutes: [...adminRoutes, ...invitationRoutes, ...commentRoutes, ...improvementRoutes],
  actions: improvementActions,
  subscribers: [inviteToEvaluate],
  jobs: {
    release_answers: releaseAnswers,
    close_months: closeMonthsJob,
    count_work: countWorkJob,
    send_invitation: sendLater,
    remind_to_evaluate: remindToEvaluate,
    open_improvements: openImprovements,
  },
  schedules: {
    // In the morning in Riyadh, when a message wakes nobody.
    remind_to_evaluate: '0 7 * * *',
    // Every night, so that a week whose Sunday the server missed leaves on the next day.
    release_answers: '41 22 * * *',
    close_months: '11 23 * * *',
    // Every hour: who reads in between adds what came since.
    count_work: '31 * * * *',
    // Every morning in Riyadh, before anybody works.
    open_improvements: '15 3 * * *',
  },
};

export { countWaitingComments } from './comments.service';
export { openEvaluation, submitEvaluation } from './evaluation.service';
export { commentsWaiting } from './comments.repository';
export { improvementsWaiting } from './improvement.view';
export { releaseAnswers } from './release.job';
export { operationsFigures } from './operations.service';
export { satisfactionFigures } from './figures.service';
export { latestSatisfaction, publicSatisfaction } from './satisfaction.service';
export { activeSurvey } from './survey.service';
export type { SurveyDefinition } from './survey.service';
