import type { Room } from '../kernel/room';
import { components, contentTypes, surveyMigration } from './content-types';
import { improvementActions, improvementOfRequestMigration } from './improvement.actions';
import { openImprovements } from './improvement.job';
import { improvementMigration } from './improvement.migration';
import { improvementRoutes } from './improvement.routes';
import { inviteToEvaluate } from './invite.subscriber';
import { publishing } from './publishing.rules';
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
    improvementMigration,
  ],
  publishing,
  publicRoutes,
  adminRoutes: [...adminRoutes, ...improvementRoutes],
  jobs: { open_improvements: openImprovements },
  // Every morning in Riyadh, before anybody works.
  schedules: { open_improvements: '15 3 * * *' },
  actions: improvementActions,
  subscribers: [inviteToEvaluate],
};

export { openEvaluation, submitEvaluation } from './evaluation.service';
export { improvementsWaiting } from './improvement.view';
export { operationsFigures } from './operations.service';
export {
  publicSatisfaction,
  satisfactionFigures,
  yearlySatisfaction,
} from './satisfaction.service';
export { activeSurvey } from './survey.service';
export type { SurveyDefinition } from './survey.service';
