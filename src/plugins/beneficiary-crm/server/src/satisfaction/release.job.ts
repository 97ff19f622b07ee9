import { randomUUID } from 'node:crypto';
import type { Crm } from '../kernel/crm';
import { commentPlace } from './comments.repository';
import { openPool, sealPool, shuffled } from './pool';
import type { PooledAnswer, ResponseRow } from './pool';
import { release } from './release.rules';
import { countIn } from './rollup.repository';
import { satisfactionPolicy } from './satisfaction.policy';
import { closedWeek } from './week.rules';

/** Well below PostgreSQL's 65,535 parameters of one statement. */
const rowsInOneInsert = 500;

/**
 * Job `release_answers`: what has found a crowd leaves the pool, all in one transaction, in an order of nobody's
 * choice and under ids that say nothing. A week's answers leave once the week is over; to run again finds nothing.
 */
export async function releaseAnswers(crm: Crm): Promise<void> {
  await crm.transaction(async ({ trx, now, record }) => {
    const closed = closedWeek(now);
    const { released, waiting } = release(
      await openPool(trx, crm.vault),
      closed,
      satisfactionPolicy,
    );
    if (released.length === 0) return;
    await sealPool(trx, crm.vault, waiting);
    const rows = shuffled(released).map(responseOf);
    for (let from = 0; from < rows.length; from += rowsInOneInsert) {
      const some = rows.slice(from, from + rowsInOneInsert);
      await trx('crm_responses').insert(
        some.map((row) => ({ ...row, answers: JSON.stringify(row.answers) })),
      );
    }
    // In an order of their own: a comment does not lie where its answer lies.
    const comments = shuffled(released.flatMap((answer) => commentsOf(crm, answer)));
    for (let from = 0; from < comments.length; from += rowsInOneInsert)
      await trx('crm_comments').insert(comments.slice(from, from + rowsInOneInsert));
    await countIn(trx, rows);
    record({ type: 'evaluation.released', actor: { kind: 'system' }, data: { week: closed } });
  });
}

const responseOf = (answer: PooledAnswer): ResponseRow => ({
  id: randomUUID(),
  survey_slug: answer.surveySlug,
  survey_version: answer.surveyVersion,
  week: answer.week,
  service_slug: answer.service,
  channel: answer.channel,
  branch: answer.branch,
  kind: answer.kind,
  outcome: answer.outcome,
  mode: answer.mode,
  answers: answer.answers,
});

const commentsOf = (crm: Crm, { week, service, low, comments }: PooledAnswer) =>
  comments.map(({ text }) => {
    const id = randomUUID();
    return {
      id,
      week,
      service_slug: service,
      low,
      text_sealed: crm.vault.seal(commentPlace(id), text),
    };
  });
