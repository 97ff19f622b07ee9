import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { askedOf } from '../../../contracts/branching';
import type { CallView } from '../../../contracts/evaluation';
import { useCommand, useCrm } from '../app/api';
import { paths } from '../app/paths';
import { useDraft } from '../app/useDraft';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { PageFrame } from '../ui/PageFrame';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { AskedAloud } from './AskedAloud';

/** The survey as it is read out to somebody, whose answers are written down as they are said. */
export function CallPage() {
  const { t } = useWords();
  const { call = '' } = useParams();
  const view = useCrm<CallView>(`/evaluations/calls/${encodeURIComponent(call)}`);
  return (
    <PageFrame
      title={t('call.title')}
      back={{ to: paths.evaluations, label: t('calls.title') }}
      subtitle={
        view.data && (
          <>
            <Bdi>{view.data.name}</Bdi>
            {' · '}
            <Bdi dir="ltr">{view.data.phone}</Bdi>
          </>
        )
      }
    >
      <Show from={view}>{(loaded) => <Survey call={loaded} />}</Show>
    </PageFrame>
  );
}

type Answers = Record<string, string | number>;

function Survey({ call }: { call: CallView }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft<Answers>(`call.${call.id}.answers`, {});
  const [trouble, setTrouble] = useState<string | null>(null);
  const { survey, locale } = call;
  const asked = askedOf(survey.questions, draft);
  const path = `/evaluations/calls/${call.id}`;

  async function finish(to: string, body: object, said: string) {
    const outcome = await send(to, body);
    if (outcome === null) return;
    if (!outcome.ok) return setTrouble(outcome.problem.message);
    clear();
    toggleNotification({ type: 'success', message: said });
    navigate(paths.evaluations);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = asked.find(({ key, optional }) => !optional && draft[key] === undefined);
    if (missing) return setTrouble(t('call.missing', { question: missing.text }));
    const answers = Object.fromEntries(
      asked.flatMap(({ key }) => {
        const answer = draft[key];
        return answer === undefined || answer === '' ? [] : [[key, answer]];
      }),
    );
    void finish(path, { answers }, t('call.done'));
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Panel title={t('call.say-first')}>
          <Typography tag="p" lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
            {survey.intro}
          </Typography>
          <Typography tag="p" paddingTop={2} textColor="neutral600">
            {t('call.as-said')}
          </Typography>
        </Panel>
        <Panel title={survey.title}>
          <Flex direction="column" alignItems="stretch" gap={6} lang={locale}>
            {asked.map((question) => (
              <AskedAloud
                key={question.key}
                question={question}
                survey={survey}
                answer={draft[question.key]}
                change={(answer) => change({ [question.key]: answer })}
              />
            ))}
          </Flex>
        </Panel>
        {trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {trouble}
          </Typography>
        )}
        <Flex gap={3} wrap="wrap">
          <Button type="submit" loading={busy} size="L">
            {t('call.send')}
          </Button>
          <Button
            type="button"
            variant="tertiary"
            size="L"
            onClick={() => void finish(`${path}/decline`, {}, t('call.declined'))}
          >
            {t('call.decline')}
          </Button>
        </Flex>
      </Stack>
    </form>
  );
}
