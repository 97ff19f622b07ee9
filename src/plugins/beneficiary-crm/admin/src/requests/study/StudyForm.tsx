import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { RequestDetail } from '../../../../contracts/admin';
import type { StudyDesk } from '../../../../contracts/study';
import { useCommand } from '../../app/api';
import { useWords } from '../../app/words';
import { Stack } from '../../ui/Prose';
import { bodyOf, byRow, problemsOf } from './draft';
import { DraftState } from './DraftState';
import { HousingPart, NeedsPart, QuestionsPart, RecommendationPart } from './FindingsPart';
import { HouseholdPart } from './HouseholdPart';
import { ExpensePart, IncomePart, TotalsPart } from './MoneyPart';
import { useStudyDraft } from './useStudyDraft';

interface Props {
  request: RequestDetail;
  writing: NonNullable<StudyDesk['writing']>;
  /** reads the study and its draft anew */
  reload: () => void;
  /** called when the study is finished */
  done: () => void;
}

/** The study as it is written: long work, kept while it is typed, and finished by one button at its end. */
export function StudyForm({ request, writing, reload, done }: Props) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const form = useRef<HTMLFormElement>(null);
  const own = useStudyDraft(request.id, writing, request.applicant.name, busy);
  const { draft, change } = own;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const { questions } = writing;

  const point = (found: Record<string, string>) => {
    setErrors(found);
    window.requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };

  const finish = async () => {
    setTrouble(null);
    const found = Object.entries(problemsOf(draft, questions));
    point(Object.fromEntries(found.map(([place, { key, values }]) => [place, t(key, values)])));
    if (found.length > 0) return setTrouble(t('study.incomplete', { n: found.length }));
    const outcome = await send(
      `/requests/${request.id}/actions/write_study`,
      bodyOf(draft, questions, request.version),
    );
    if (outcome === null) return;
    if (outcome.ok) {
      own.clear();
      toggleNotification({ type: 'success', message: t('study.finished') });
      return done();
    }
    point(byRow(draft, outcome.problem.fields));
    setTrouble(outcome.problem.message);
    if (outcome.problem.status === 409) done();
  };

  const part = { draft, change, errors };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      <Stack>
        <DraftState
          state={own.state}
          theirs={writing.draft}
          reload={reload}
          takeTheirs={own.takeTheirs}
          keepMine={own.keepMine}
        />
        <HouseholdPart {...part} />
        <IncomePart {...part} />
        <ExpensePart {...part} />
        <TotalsPart draft={draft} />
        <HousingPart {...part} />
        <QuestionsPart {...part} questions={questions} />
        <NeedsPart {...part} />
        <RecommendationPart {...part} />
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            {trouble && (
              <Typography tag="p" role="alert" textColor="danger700">
                {trouble}
              </Typography>
            )}
            <Typography tag="p" textColor="neutral600">
              {t('study.finish-explained')}
            </Typography>
            <Flex gap={2} wrap="wrap">
              <Button type="submit" size="L" loading={busy}>
                {t('study.finish')}
              </Button>
              <Button
                type="button"
                size="L"
                variant="secondary"
                loading={own.state.busy}
                onClick={() => void own.save()}
              >
                {t('study.save-draft')}
              </Button>
            </Flex>
          </Flex>
        </Box>
      </Stack>
    </form>
  );
}
