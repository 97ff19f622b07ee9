import { decisionOutcomes, housingTenures, needPriorities } from '../../../../contracts/vocabulary';
import type { FormField } from '../../../../contracts/website';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { FieldGrid } from '../../ui/FieldGrid';
import { AreaField, LineField } from '../../ui/Fields';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Question } from '../receive/AnswersStep';
import { askedQuestions, newNeed } from './draft';
import type { PartProps } from './part';
import { EditedRows } from './rows';

export function HousingPart({ draft, change, errors }: PartProps) {
  const { t, word } = useWords();
  return (
    <Panel title={t('study.housing')}>
      <FieldGrid>
        <Choice
          name="tenure"
          label={t('study.tenure')}
          required
          value={draft.tenure}
          options={housingTenures.map((value) => ({ value, label: word('tenure', value) }))}
          change={(tenure) => change({ tenure })}
          error={errors.tenure}
        />
        <LineField
          name="housing"
          label={t('study.housing-state')}
          hint={t('study.housing-hint')}
          value={draft.housing}
          maxLength={300}
          change={(housing) => change({ housing })}
          error={errors.housing}
        />
      </FieldGrid>
    </Panel>
  );
}

export function NeedsPart({ draft, change, errors }: PartProps) {
  const { t, word } = useWords();
  const set = (key: string, part: Partial<(typeof draft.needs)[number]>) =>
    change((before) => ({
      needs: before.needs.map((row) => (row.key === key ? { ...row, ...part } : row)),
    }));
  return (
    <Panel title={t('study.needs')}>
      <EditedRows
        rows={draft.needs}
        nameOf={({ what }, place) => what.trim() || t('study.need-nth', { n: place + 1 })}
        add={() => change(({ needs }) => ({ needs: [...needs, newNeed()] }))}
        addLabel={t('study.add-need')}
        remove={({ key }) =>
          change(({ needs }) => ({ needs: needs.filter((row) => row.key !== key) }))
        }
      >
        {({ key, what, priority }) => (
          <>
            <LineField
              name={`needs.${key}.what`}
              label={t('study.need-what')}
              required
              value={what}
              maxLength={300}
              change={(value) => set(key, { what: value })}
              error={errors[`needs.${key}.what`]}
            />
            <Choice
              name={`needs.${key}.priority`}
              label={t('study.need-priority')}
              required
              value={priority}
              options={needPriorities.map((value) => ({
                value,
                label: word('need_priority', value),
              }))}
              change={(value) => set(key, { priority: value })}
              error={errors[`needs.${key}.priority`]}
            />
          </>
        )}
      </EditedRows>
    </Panel>
  );
}

/** What the service itself asks of its studies; nothing where it asks nothing. */
export function QuestionsPart({
  draft,
  change,
  errors,
  questions,
}: PartProps & { questions: readonly FormField[] }) {
  const { t } = useWords();
  if (questions.length === 0) return null;
  return (
    <Panel title={t('study.questions')}>
      <Stack>
        {askedQuestions(questions, draft.answers).map((field) => (
          <Question
            key={field.key}
            field={field}
            value={draft.answers[field.key] ?? ''}
            error={errors[`answers.${field.key}`]}
            change={(value) =>
              change((before) => ({ answers: { ...before.answers, [field.key]: value } }))
            }
          />
        ))}
      </Stack>
    </Panel>
  );
}

export function RecommendationPart({ draft, change, errors }: PartProps) {
  const { t, word } = useWords();
  return (
    <Panel title={t('study.conclusion')}>
      <Stack>
        <AreaField
          name="summary"
          label={t('study.summary')}
          hint={t('study.summary-hint')}
          required
          value={draft.summary}
          maxLength={5_000}
          change={(summary) => change({ summary })}
          error={errors.summary}
        />
        <Choice
          name="recommendation"
          label={t('study.recommendation')}
          required
          value={draft.recommendation}
          options={decisionOutcomes.map((value) => ({ value, label: word('outcome', value) }))}
          change={(recommendation) => change({ recommendation })}
          error={errors.recommendation}
        />
        <AreaField
          name="grounds"
          label={t('study.grounds')}
          hint={t('study.grounds-hint')}
          required
          value={draft.grounds}
          maxLength={3_000}
          change={(grounds) => change({ grounds })}
          error={errors.grounds}
        />
      </Stack>
    </Panel>
  );
}
