import type { RulesExplained } from '../../../contracts/committee';
import type { TallyStepView } from '../../../contracts/items';
import type { Locale } from '../../../contracts/vocabulary';
import type { Crm } from '../kernel/crm';
import { explainRules } from './explain.rules';
import type { ExampleVote } from './explain.rules';
import type { CommitteeRules, TallyResult, TallyStep } from './tally.rules';

type Saying = Pick<Crm, 'say'>;

/** The rules in plain words, and a vote counted by them. @param members with a vote, 1 or more */
export function rulesInWords(
  crm: Saying,
  rules: CommitteeRules,
  members: number,
  locale: Locale,
): RulesExplained {
  const { sentence, example } = explainRules(rules, members);
  return {
    sentence: sentence.map(({ key, params }) => crm.say(locale, key, params)).join(' '),
    example: example.map((one, at) => exampleInWords(crm, one, at, locale)).join(' '),
  };
}

function exampleInWords(crm: Saying, vote: ExampleVote, at: number, locale: Locale): string {
  const { result, ...numbers } = vote;
  return crm.say(locale, at === 0 ? 'rules.example' : 'rules.example_less', {
    ...numbers,
    outcome: outcomeInWords(crm, result, locale),
  });
}

const outcomeInWords = (
  crm: Saying,
  { outcome, reason }: Pick<TallyResult, 'outcome' | 'reason'>,
  locale: Locale,
): string => crm.say(locale, `tally.outcome.${outcome}.${reason}`);

/** The steps of a count, each with its numbers in words: for the item, the projector and the minutes. */
export const stepsInWords = (
  crm: Saying,
  rules: CommitteeRules,
  { steps }: Pick<TallyResult, 'steps'>,
  locale: Locale,
): TallyStepView[] =>
  steps.map((step) => ({
    step: step.step,
    passed: step.passed,
    text: stepInWords(crm, rules, step, locale),
  }));

function stepInWords(
  crm: Saying,
  { quorum, majority }: CommitteeRules,
  step: TallyStep,
  locale: Locale,
): string {
  const passed = step.passed ? 'yes' : 'no';
  switch (step.step) {
    case 'quorum':
      return crm.say(locale, `tally.quorum.${quorum.kind}`, {
        present: step.present,
        appointed: step.appointed,
        passed,
        ...(quorum.kind === 'fraction' ? { p: quorum.p, q: quorum.q } : {}),
      });
    case 'rule':
      return crm.say(locale, `tally.rule.${majority.kind}.${majority.base}`, {
        motion: step.motion,
        votes: step.votes,
        base: step.base,
        passed,
      });
    case 'tie':
      return crm.say(locale, 'tally.tie', {
        yes: step.yes,
        no: step.no,
        brokenBy: step.brokenBy ?? 'nobody',
        side: step.side ?? 'none',
      });
    case 'outcome':
      return crm.say(locale, 'tally.result', { outcome: outcomeInWords(crm, step, locale) });
  }
}
