import { randomUUID } from 'node:crypto';
import { addDays, riyadhDate } from '../kernel/calendar.rules';
import type { JobHandler } from '../kernel/room';
import { improvementPolicy } from './improvement.policy';
import { earlierActions } from './improvement.repository';
import { themesToOpen } from './improvement.rules';
import { measuredThemes, nameTheme, themeNames } from './themes.service';

/**
 * Job `open_improvements`: once a quarter has ended, what lies below its target gets an action, for which the quality
 * officer finds an owner. Asked every day; it opens what is not open yet.
 */
export const openImprovements: JobHandler = async (crm) => {
  const { period, themes } = await measuredThemes(crm);
  const names = await themeNames(crm);
  // A question over everything, and a service by its headline: one weakness opens one action and not one for each cell.
  const watched = themes.filter(
    ({ question, service }) => service === null || question === names.headline,
  );
  await crm.transaction(async ({ trx, now, record }) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtextextended('crm_improvements', 190))`);
    const due = addDays(riyadhDate(now), improvementPolicy.dueDays);
    const found = themesToOpen(
      watched,
      await earlierActions(trx),
      period,
      improvementPolicy.target,
    );
    for (const { question, service, figure, target } of found) {
      const id = randomUUID();
      const title = (locale: 'ar' | 'en') => {
        const { label, serviceName } = nameTheme({ question, service }, names, locale);
        return serviceName
          ? crm.say(locale, 'improvement.of_service', { question: label, service: serviceName })
          : crm.say(locale, 'improvement.of_question', { question: label });
      };
      await trx('crm_improvements').insert({
        id,
        source: 'theme',
        title_ar: title('ar'),
        title_en: title('en'),
        question,
        service_slug: service,
        target,
        before: JSON.stringify(figure),
        theme_period: period,
        due_on: due,
        started_on: now,
      });
      record({
        type: 'improvement.opened',
        actor: { kind: 'system' },
        subject: { kind: 'improvement', id },
        data: { question, service, period },
      });
    }
  });
};
