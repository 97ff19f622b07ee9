import type { Crm } from '../../kernel/crm';
import { followEvent } from '../../kernel/unit-of-work';
import { deskOf } from './desk';
import { familiesOf } from './families';
import { likenessesOf } from './likeness';
import type { Clock } from './moved';
import type { Plan } from './plan.types';
import { day } from './plan.time';
import { releaseAnswers } from '../../satisfaction';
import { weekOf } from '../../satisfaction/week.rules';
import { playerOf } from './player';
import type { Stage } from './stage';

/** What happened before is told to nobody any more. */
const stillTold = 12 * day;

/**
 * Plays a plan: every step by the product's own services, at the plan's instant.
 * @param crm whose clock the player moves, and whose jobs it takes over: a copy, see `movedIn`
 */
export async function play(
  crm: Crm,
  clock: Clock,
  stage: Stage,
  plan: Plan,
  now: Date,
): Promise<void> {
  const take = playerOf(crm, stage, plan);
  const families = await familiesOf(crm, clock, stage, plan, now);
  let beside = [...deskOf(crm, stage, now), ...likenessesOf(crm, stage, now)];
  const besideUntil = async (at: Date) => {
    const due = [...beside.filter((one) => one.at <= at), ...(await families.due(at))];
    beside = beside.filter((one) => one.at > at);
    for (const one of due.sort((a, b) => a.at.getTime() - b.at.getTime())) {
      clock.now = one.at;
      await one.take();
    }
  };
  let submitted = 0;
  let week = '';
  for (const step of plan.steps) {
    await besideUntil(step.at);
    clock.now = step.at;
    // The answers of a week that is over leave the pool.
    if (weekOf(step.at) !== week) await releaseAnswers(crm);
    week = weekOf(step.at);
    clock.tells = now.getTime() - step.at.getTime() < stillTold;
    await take(step).catch((cause: unknown) => {
      throw new Error(`demo: the plan's step ${JSON.stringify(step)} cannot be taken`, { cause });
    });
    // What would be jobs, at once: invitations, and for the last days the messages too.
    for (const seq of clock.events.splice(0)) await followEvent(crm, { seq });
    if (step.do !== 'submit' && step.do !== 'appeal') continue;
    submitted += 1;
    if (submitted % 50 === 0)
      crm.strapi.log.info(`demo: ${submitted} of ${plan.requests.length} requests`);
  }
  await besideUntil(now);
  clock.now = now;
  clock.tells = false;
  await families.end();
}
